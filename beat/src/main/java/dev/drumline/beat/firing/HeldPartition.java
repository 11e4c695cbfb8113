// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.schedule.Changes;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.schedule.wheel.TimingWheel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of one partition by the time at which they are due, and how far the partition was fired. No thread and no
 * clock: the beat's loop owns it.
 *
 * <p>A batch takes its occurrences out and moves the mark, as if it had been fired already; {@link #putBack} undoes
 * that. So the mark here runs ahead of the one in Redis by the one batch that is on its way.
 */
final class HeldPartition {

    /** Redis' clock is estimated: so much it may seem to go back, and what is due waits so much longer then. */
    private static final long CLOCK_JITTER_MILLIS = 50;

    private final int number;
    private final TimingWheel wheel;
    private final List<BeatEntry> entries = new ArrayList<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final Deque<Integer> freeSlots = new ArrayDeque<>();
    private final Map<String, Integer> entriesByQueue = new HashMap<>();
    private Mark mark;
    private long version;
    private long seenVersion;
    private Pending pending;
    private boolean busy;

    /** Edits that were heard of and are not brought in yet: the ids, and the version that they lead to. */
    record Pending(long version, Set<String> ids) {}

    HeldPartition(int number, Mark mark, long version) {
        this.number = number;
        this.mark = mark;
        this.version = version;
        this.wheel = new TimingWheel(Math.max(0, mark.dueMillis() - 1), 64);
    }

    int number() {
        return number;
    }

    Mark mark() {
        return mark;
    }

    long version() {
        return version;
    }

    int size() {
        return slots.size();
    }

    /** Whether a call about this partition is under way; nothing else may be begun meanwhile. */
    boolean isBusy() {
        return busy;
    }

    void busy(boolean callUnderWay) {
        busy = callUnderWay;
    }

    /** Redis was seen to have this version. */
    void sawVersion(long stored) {
        seenVersion = Math.max(seenVersion, stored);
    }

    /** Whether Redis has lost edits that are in here. */
    boolean isAheadOf(long stored) {
        return version > stored;
    }

    /** Whether Redis was seen to have edits that were not heard of here. */
    boolean isBehind() {
        return seenVersion > (pending == null ? version : pending.version());
    }

    boolean hasChanges() {
        return pending != null;
    }

    /** Whether it can be fired: no call is under way, and no edit waits. */
    boolean isReady() {
        return !busy && seenVersion <= version && pending == null;
    }

    /**
     * An edit was heard of.
     *
     * @return whether it follows on what is known; one that does not, or is old, is passed over
     */
    boolean follow(Changes.Change change) {
        long known = pending == null ? version : pending.version();
        if (change.before() != known) {
            sawVersion(change.version());
            return false;
        }
        Set<String> ids = pending == null ? new LinkedHashSet<>() : pending.ids();
        ids.addAll(change.ids());
        pending = new Pending(change.version(), ids);
        return true;
    }

    Pending takeChanges() {
        Pending taken = pending;
        pending = null;
        version = taken.version();
        return taken;
    }

    /** The queues onto which its entries go; asked each second, so it must not look at every entry. */
    Set<String> queues() {
        return entriesByQueue.keySet();
    }

    /**
     * A time before which nothing is due, in milliseconds.
     *
     * @param nowMillis by Redis' clock; when that was set back, the wheel follows
     */
    long nextDue(long nowMillis) {
        if (nowMillis < wheel.doneThroughMillis() - CLOCK_JITTER_MILLIS) {
            wheel.rewind(nowMillis);
        }
        return wheel.nextDue();
    }

    /** The entry joins, or takes the place of the one with its id. Its occurrences up to {@code after} are past. */
    void put(BeatEntry entry, Mark after) {
        remove(entry.id());
        int slot = freeSlots.isEmpty() ? entries.size() : freeSlots.pop();
        if (slot == entries.size()) {
            entries.add(entry);
        } else {
            entries.set(slot, entry);
        }
        slots.put(entry.id(), slot);
        entriesByQueue.merge(entry.template().queue(), 1, Integer::sum);
        insert(slot, entry.firstAfter(after.compareTo(mark) > 0 ? after : mark));
    }

    void remove(String id) {
        Integer slot = slots.remove(id);
        if (slot != null) {
            wheel.cancel(slot);
            BeatEntry gone = entries.set(slot, null);
            entriesByQueue.computeIfPresent(gone.template().queue(), (queue, count) -> count == 1 ? null : count - 1);
            freeSlots.push(slot);
        }
    }

    /**
     * Takes out what is due, as one batch.
     *
     * @param nowMillis by Redis' clock
     * @param limit about so many occurrences, all of the last one's millisecond with it
     */
    Optional<PlannedBatch> collect(long nowMillis, int limit, QueueSettings queues) {
        List<Occurrence> due = new ArrayList<>();
        wheel.poll(nowMillis, limit, (slot, dueMillis) -> {
            BeatEntry entry = entries.get(slot);
            long next = entry.next(dueMillis);
            insert(slot, next);
            due.add(new Occurrence(slot, entry, dueMillis, next));
        });
        if (due.isEmpty()) {
            return Optional.empty();
        }
        due.sort(Occurrence.ORDER);
        PlannedBatch planned = PlannedBatch.of(number, mark, version, due, queues, nowMillis);
        mark = planned.batch().to();
        return Optional.of(planned);
    }

    /** The batch was refused whole: its occurrences are due again. */
    void putBack(PlannedBatch planned) {
        // Backwards, so that an entry that was due several times ends at its first.
        for (Occurrence occurrence : planned.due().reversed()) {
            wheel.cancel(occurrence.slot());
            wheel.insert(occurrence.slot(), occurrence.dueMillis());
        }
        mark = planned.batch().from();
    }

    private void insert(int slot, long dueMillis) {
        if (dueMillis != BeatEntry.NEVER) {
            wheel.insert(slot, dueMillis);
        }
    }
}
