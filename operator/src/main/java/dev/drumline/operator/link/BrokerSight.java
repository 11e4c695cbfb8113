// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import java.time.Instant;
import java.util.Optional;

/**
 * What Redis shows of a broker at one instant.
 *
 * @param beats that have reported lately
 * @param partitionsHeld whose lease is not over
 * @param schedules stored, over all partitions
 * @param firedThrough every occurrence before it is done, in every partition; empty while some partition has no mark
 */
public record BrokerSight(int beats, int partitionsHeld, long schedules, Optional<Instant> firedThrough) {}
