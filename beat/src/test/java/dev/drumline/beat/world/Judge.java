// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.partition.FireBatch.Missed;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a history of Redis from its beginning and says what in it should not be. It knows nothing of beats: what an entry should
 * have fired it asks the schedule, from the moment at which the entry was accepted to the one at which it was changed.
 */
final class Judge {

    private final List<String> complaints = new ArrayList<>();
    private final Map<Integer, Partition> partitions = new TreeMap<>();
    private final Set<String> queuedIds = new HashSet<>();

    /** Single instants that were past when they were accepted, by task id, and since when they should be queued. */
    private final Map<String, Long> owed = new HashMap<>();

    /** How a partition stands. */
    private static final class Partition {
        private final Map<String, Definition> definitions = new TreeMap<>();
        private Mark covered;
        private long epoch;
    }

    private record Occurrence(String entryId, long dueMillis) {
        static Occurrence of(Message message) {
            return new Occurrence(message.entryId(), message.dueMillis());
        }
    }

    List<String> complaints() {
        return complaints;
    }

    Judge hear(List<Happened> history) {
        history.forEach(this::hear);
        return this;
    }

    private void hear(Happened happened) {
        Partition partition = partitions.computeIfAbsent(happened.partition(), number -> new Partition());
        switch (happened) {
            case Happened.Edited edited -> edited(partition, edited);
            case Happened.Fired fired -> fired(partition, fired);
            case Happened.Taken taken -> taken(partition, taken);
            case Happened.Moved moved -> moved(moved);
            case Happened.Postponed postponed -> owed.put(postponed.message().taskId(), postponed.untilMillis());
        }
    }

    private void complain(Happened happened, String complaint, Object... facts) {
        complaints.add("%s: at %d in partition %d"
                .formatted(complaint.formatted(facts), happened.millis(), happened.partition()));
    }

    private void edited(Partition partition, Happened.Edited edited) {
        if (partition.covered == null) {
            partition.covered = edited.mark();
        }
        edited.deleted().forEach(partition.definitions::remove);
        for (StoredEntry stored : edited.written()) {
            ScheduleEntry entry = stored.entry();
            Definition old = partition.definitions.get(entry.id());
            Mark after = stored.after().compareTo(partition.covered) > 0 ? stored.after() : partition.covered;
            Definition definition = new Definition(entry, after);
            partition.definitions.put(entry.id(), definition);
            boolean newRule = old == null || !old.entry().schedule().equals(entry.schedule());
            if (newRule && entry.schedule().rules().getFirst() instanceof Rule.At) {
                accepted(edited, definition);
            }
        }
    }

    /** A single instant was accepted: it comes by and by, or is owed at once. */
    private void accepted(Happened.Edited edited, Definition definition) {
        if (definition.nextMillis() == Schedule.NEVER) {
            long due = definition.firstMillis();
            owed.put(definition.taskId(due), Math.max(due, edited.millis()));
        }
    }

    private void moved(Happened.Moved moved) {
        Message message = moved.message();
        if (owed.remove(message.taskId()) == null) {
            complain(moved, "nobody owed %s", message);
        }
        queued(moved, message);
    }

    private void queued(Happened happened, Message message) {
        if (!queuedIds.add(message.taskId())) {
            complain(happened, "queued twice: %s", message);
        }
        if (message.dueMillis() > happened.millis()) {
            complain(happened, "early: %s", message);
        }
    }

    private void taken(Partition partition, Happened.Taken taken) {
        if (taken.epoch() <= partition.epoch) {
            complain(taken, "epoch %d again after %d", taken.epoch(), partition.epoch);
        }
        if (taken.previousEnd() > taken.millis()) {
            complain(taken, "taken while it was another's until %d", taken.previousEnd());
        }
        partition.epoch = taken.epoch();
    }

    private void fired(Partition partition, Happened.Fired fired) {
        if (!fired.held()) {
            complain(fired, "fired by %s, who did not hold it", fired.holder());
        }
        if (fired.to().compareTo(partition.covered) <= 0) {
            complain(fired, "mark moved from %s to %s", partition.covered, fired.to());
        }
        partition.covered = fired.to();
        Map<Occurrence, Definition> expected = cover(partition, fired.to());
        for (Message message : fired.queued()) {
            queued(fired, message);
            Definition definition = expected.remove(Occurrence.of(message));
            if (definition == null) {
                complain(fired, "unexpected: %s", message);
            } else {
                compare(fired, message, definition);
            }
        }
        inOrder(fired);
        fired.noRoom().forEach(message -> expected.remove(Occurrence.of(message)));
        fired.forbidden().forEach(message -> forbidden(fired, message, expected.remove(Occurrence.of(message))));
        missed(fired, expected);
    }

    private void forbidden(Happened.Fired fired, Message message, Definition definition) {
        if (definition == null || definition.entry().delivery().concurrency() != Concurrency.FORBID) {
            complain(fired, "nobody forbade %s", message);
        }
    }

    /** What was not queued must be what was counted, for a reason that there was. */
    private void missed(Happened.Fired fired, Map<Occurrence, Definition> left) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Missed missed : fired.missed()) {
            counts.merge(missed.entryId(), missed.count(), Integer::sum);
            long justified = left.entrySet().stream()
                    .filter(entry -> entry.getKey().entryId().equals(missed.entryId()))
                    .filter(entry -> entry.getValue()
                            .reasons(entry.getKey().dueMillis(), fired.millis())
                            .contains(missed.reason()))
                    .count();
            if (justified < missed.count()) {
                complain(fired, "%d for no reason: %s", missed.count() - justified, missed);
            }
        }
        Map<String, Integer> lost = new TreeMap<>();
        left.keySet().forEach(occurrence -> lost.merge(occurrence.entryId(), 1, Integer::sum));
        if (!lost.equals(counts)) {
            complain(fired, "lost: %s were not queued, %s were counted as missed", left.keySet(), counts);
        }
    }

    /** The occurrences up to the mark that were not covered, which they are from now on. */
    private static Map<Occurrence, Definition> cover(Partition partition, Mark to) {
        Map<Occurrence, Definition> covered = new LinkedHashMap<>();
        partition.definitions.forEach((id, definition) ->
                definition.cover(to).forEach(dueMillis -> covered.put(new Occurrence(id, dueMillis), definition)));
        return covered;
    }

    private void compare(Happened.Fired fired, Message message, Definition definition) {
        if (message.generation() != definition.generation()) {
            complain(fired, "old definition, now it is %d: %s", definition.generation(), message);
        }
        if (!message.taskId().equals(definition.taskId(message.dueMillis()))) {
            complain(fired, "not the occurrence's id: %s", message);
        }
        if (!definition.reasons(message.dueMillis(), message.enqueuedMillis()).isEmpty()) {
            complain(fired, "against its policy %s: %s", definition.entry().policy(), message);
        }
    }

    private void inOrder(Happened.Fired fired) {
        Map<String, Long> last = new HashMap<>();
        for (Message message : fired.queued()) {
            Long before = last.put(message.entryId(), message.dueMillis());
            if (before != null && before >= message.dueMillis()) {
                complain(fired, "after %d came %s", before, message);
            }
        }
    }

    /** Says what should have been done by now and was not. */
    void settle(long nowMillis, long latestMillis) {
        owed.forEach((taskId, sinceMillis) -> {
            if (nowMillis - sinceMillis > latestMillis) {
                complaints.add("at %d: never queued: %s, owed since %d".formatted(nowMillis, taskId, sinceMillis));
            }
        });
        partitions.forEach((number, partition) -> partition.definitions.forEach((id, definition) -> {
            if (definition.nextMillis() < nowMillis - latestMillis) {
                complaints.add("at %d: overdue in partition %d: %s since %d"
                        .formatted(nowMillis, number, id, definition.nextMillis()));
            }
        }));
    }
}
