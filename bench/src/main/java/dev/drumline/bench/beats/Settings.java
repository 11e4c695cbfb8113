// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import dev.drumline.bench.workload.Workload;
import java.time.Duration;
import java.util.List;

/**
 * How our beats are measured.
 *
 * @param beats how many
 * @param options of their JVMs
 * @param settle between the start and what is measured
 */
record Settings(Workload workload, int beats, List<String> options, Duration settle, Duration duration) {}
