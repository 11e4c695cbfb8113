// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import dev.drumline.broker.schedule.Mark;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a heartbeat brought.
 *
 * @param redisMicros when Redis carried it out, by its own clock, since the epoch
 * @param liveBeats all beats that live, the caller among them
 * @param held what the caller holds now
 */
public record LeaseReply(long redisMicros, Set<String> liveBeats, Map<Integer, State> held) {

    /** A partition's mark and version as stored; empty where nothing was ever written to it. */
    public record State(Optional<Mark> mark, Optional<Long> version) {}
}
