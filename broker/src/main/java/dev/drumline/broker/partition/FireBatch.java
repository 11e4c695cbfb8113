// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import dev.drumline.broker.redis.Bulk;
import dev.drumline.broker.schedule.Mark;
import java.util.List;

/**
 * All that a partition has to do between two marks.
 *
 * @param from the mark that must be stored
 * @param to the mark that will be stored
 * @param version of the schedules from which the batch was made
 * @param missed occurrences of (from, to] that were let go by policy
 * @param groups the messages of the others, by list; they may be none
 */
public record FireBatch(int partition, Mark from, Mark to, long version, int missed, List<Group> groups) {

    /**
     * Messages of one list, in due order.
     *
     * @param step which of the queue's lists, 0 to 3
     * @param maxDepth how many messages the queue may hold; 0: any number
     */
    public record Group(String queue, int step, long maxDepth, List<Bulk> messages) {}
}
