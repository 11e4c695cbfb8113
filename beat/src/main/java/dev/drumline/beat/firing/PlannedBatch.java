// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.message.OutgoingMessage;
import dev.drumline.broker.partition.FireBatch;
import dev.drumline.broker.partition.FireBatch.Group;
import dev.drumline.broker.partition.FireBatch.Missed;
import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.redis.Bulk;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissReason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        List<List<Occurrence>> fired = new ArrayList<>();
        Map<String, List<Occurrence>> byList = new HashMap<>();
        for (Occurrence occurrence : due) {
            MissReason reason = occurrence.missedAt(nowMillis);
            if (reason != null) {
                missed.computeIfAbsent(reason, r -> new ArrayList<>()).add(occurrence);
            } else if (occurrence.isGuarded()) {
                fired.add(List.of(occurrence));
            } else {
                byList.computeIfAbsent(occurrence.entry().template().list(), list -> newGroup(fired))
                        .add(occurrence);
            }
        }
        List<Group> groups =
                fired.stream().map(group -> group(group, queues, nowMillis)).toList();
        Mark to = due.getLast().mark();
        // A clock that runs ahead must not let go of what is not that late.
        long notBefore = missed.isEmpty() ? to.dueMillis() : nowMillis;
        FireBatch batch = new FireBatch(partition, from, to, version, notBefore, counted(missed), groups);
        return new PlannedBatch(batch, due, fired, missed);
    }

    private static List<Occurrence> newGroup(List<List<Occurrence>> groups) {
        List<Occurrence> group = new ArrayList<>();
        groups.add(group);
        return group;
    }

    private static Group group(List<Occurrence> occurrences, QueueSettings queues, long nowMillis) {
        Occurrence first = occurrences.getFirst();
        MessageTemplate template = first.entry().template();
        List<Bulk> messages = occurrences.stream()
                .<Bulk>map(occurrence ->
                        new OutgoingMessage(occurrence.entry().template(), occurrence.dueMillis(), nowMillis))
                .toList();
        return new Group(template.queue(), template.step(), queues.maxDepth(template.queue()), messages, first.guard());
    }

    private static List<Missed> counted(Map<MissReason, List<Occurrence>> missed) {
        List<Missed> counted = new ArrayList<>();
        missed.forEach((reason, occurrences) -> occurrences.stream()
                .collect(Collectors.groupingBy(occurrence -> occurrence.entry().id(), Collectors.counting()))
                .forEach((entryId, count) -> counted.add(new Missed(entryId, reason, Math.toIntExact(count)))));
        return counted;
    }
}
