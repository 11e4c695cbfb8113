// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import java.time.Duration;
import java.util.Set;

/**
 * A beat's heartbeat.
 *
 * @param holder the beat's name, never used by another process or an earlier one
 * @param lease how long what it takes or renews is its own
 * @param live a beat whose last heartbeat is older counts as gone
 * @param report what the beat tells of itself, in JSON
 * @param wanted the partitions that it should hold
 */
public record LeaseRequest(String holder, Duration lease, Duration live, String report, Set<Integer> wanted) {}
