// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import java.util.List;

/**
 * What became of a FIRE call.
 *
 * @param redisMicros when Redis carried it out, by its own clock, since the epoch
 * @param answers one for each batch, in their order
 */
public record FireReply(long redisMicros, List<FireAnswer> answers) {}
