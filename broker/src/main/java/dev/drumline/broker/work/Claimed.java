// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

/**
 * A message in a worker's hands.
 *
 * @param tag its field in Kombu's {@code unacked}
 * @param queue the queue whose list it was taken from
 * @param list the list that it was taken from
 * @param raw the list element as it was
 * @param deliveries how often a worker that then died had taken it before
 */
@SuppressWarnings("ArrayRecordComponent")
public record Claimed(String tag, String queue, String list, byte[] raw, int deliveries) {}
