// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.faults;

import dev.drumline.bench.process.RedisServer;
import java.time.Duration;

/**
 * What a fault works on.
 *
 * @param redis the primary
 * @param rounds how often what can be repeated is repeated
 * @param pause how long a pause lasts
 */
record Ground(Trial trial, RedisServer redis, int rounds, Duration pause) {}
