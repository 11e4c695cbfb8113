// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.run;

import dev.drumline.worker.result.Endings;
import dev.drumline.worker.task.Triage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What holds for every message of this worker.
 *
 * @param timeLimit of a task whose message sets none; empty: none
 * @param clock for what is stored
 * @param nanos a monotonic clock, to measure with
 */
public record Rules(
        Triage triage, Endings endings, Optional<Duration> timeLimit, InstantSource clock, LongSupplier nanos) {}
