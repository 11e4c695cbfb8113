// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.message.OutgoingMessage;
import dev.drumline.broker.partition.FireBatch;
import dev.drumline.broker.partition.FireBatch.Group;
import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.redis.Bulk;
import dev.drumline.broker.schedule.Mark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch on its way to Redis, and what it was made of.
 *
 * @param due all its occurrences, in order
 * @param fired those of them whose messages are in the batch, group by group
 * @param missed those that were let go, by reason
 */
record PlannedBatch(
        FireBatch batch, List<Occurrence> due, List<List<Occurrence>> fired, Map<MissReason, List<Occurrence>> missed) {

    /**
     * @param due not empty, in order
     * @param nowMillis by Redis' clock
     */
    static PlannedBatch of(
            int partition, Mark from, long version, List<Occurrence> due, QueueSettings queues, long nowMillis) {
        Map<MissReason, List<Occurrence>> missed = new EnumMap<>(MissReason.class);
        Map<String, List<Occurrence>> byList = new LinkedHashMap<>();
        for (Occurrence occurrence : due) {
            MissReason reason = occurrence.missedAt(nowMillis);
            if (reason == null) {
                byList.computeIfAbsent(occurrence.entry().template().list(), list -> new ArrayList<>())
                        .add(occurrence);
            } else {
                missed.computeIfAbsent(reason, r -> new ArrayList<>()).add(occurrence);
            }
        }
        List<List<Occurrence>> fired = List.copyOf(byList.values());
        List<Group> groups =
                fired.stream().map(group -> group(group, queues, nowMillis)).toList();
        int letGo = missed.values().stream().mapToInt(List::size).sum();
        FireBatch batch = new FireBatch(partition, from, due.getLast().mark(), version, letGo, groups);
        return new PlannedBatch(batch, due, fired, missed);
    }

    private static Group group(List<Occurrence> occurrences, QueueSettings queues, long nowMillis) {
        MessageTemplate template = occurrences.getFirst().entry().template();
        List<Bulk> messages = occurrences.stream()
                .<Bulk>map(occurrence ->
                        new OutgoingMessage(occurrence.entry().template(), occurrence.dueMillis(), nowMillis))
                .toList();
        return new Group(template.queue(), template.step(), queues.maxDepth(template.queue()), messages);
    }
}
