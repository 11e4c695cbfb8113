// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.status;

/**
 * A queue at one instant.
 *
 * @param depth messages that wait, of all priorities
 * @param dead its dead letters
 */
public record QueueStatus(String name, long depth, long dead) {}
