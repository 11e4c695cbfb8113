// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.redis.Bulk;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissReason;
import java.util.List;
import java.util.Optional;

/**
 * All that a partition has to do between two marks.
 *
 * @param from the mark that must be stored
 * @param to the mark that will be stored
 * @param version of the schedules from which the batch was made
 * @param notBeforeMillis the batch is early before this time by Redis' clock: the due time of {@code to}, or, where occurrences
 *     are let go, the time at which that was decided
 * @param missed occurrences of (from, to] that were let go by policy
 * @param groups the messages of the others; they may be none
 */
public record FireBatch(
        int partition,
        Mark from,
        Mark to,
        long version,
        long notBeforeMillis,
        List<Missed> missed,
        List<Group> groups) {

    /** How many occurrences of an entry were let go, and why. */
    public record Missed(String entryId, MissReason reason, int count) {}

    /**
     * Messages of one list, in due order.
     *
     * @param step which of the queue's lists, 0 to 3
     * @param maxDepth how many messages the queue may hold; 0: any number
     * @param messages a single one where there is a guard
     */
    public record Group(String queue, int step, long maxDepth, List<Bulk> messages, Optional<Guard> guard) {

        public Group(String queue, int step, long maxDepth, List<Bulk> messages) {
            this(queue, step, maxDepth, messages, Optional.empty());
        }
    }

    /**
     * What an occurrence depends on whose predecessor may be unfinished.
     *
     * @param taskId its own
     * @param holdMillis how long it holds up the next ones at most, when nothing is heard of its end
     */
    public record Guard(Concurrency concurrency, String entryId, String taskId, long holdMillis) {}
}
