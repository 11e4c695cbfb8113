// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import dev.drumline.broker.schedule.EntryReader;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.operator.entry.EntryIds;
import dev.drumline.operator.link.Await;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerSchedules;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The rows of one broker by key: what its sets ask for, and what Redis holds of it, each remembered by a digest of 64 bits.
 * A row is written where the two differ, and only there.
 *
 * <p>All edits of a broker's rows are made here, one batch at a time, so that a claim and the write that follows from it are
 * one step, whoever else claims the same key. So every method may wait for a batch that is being written.
 */
public final class RowLedger {
    private final String namespace;
    private final Consumer<SetId> concerned;
    private final Map<String, Slot> slots = new HashMap<>();
    private final Map<RowSource, Claims> sources = new TreeMap<>();
    private final Set<String> released = new HashSet<>();
    private BrokerSchedules loadedFrom;

    /** @param concerned told which set must look again, since another one gave it a row or took one from it; it may not wait */
    public RowLedger(String namespace, Consumer<SetId> concerned) {
        this.namespace = namespace;
        this.concerned = concerned;
    }

    /** Learns what Redis holds, unless that is known. */
    public synchronized void load(BrokerSchedules schedules) {
        if (loadedFrom != schedules) {
            reload(schedules);
        }
    }

    /** Looks at what Redis holds, and has those sets look again whose rows it lacks. */
    public synchronized LedgerLook reload(BrokerSchedules schedules) {
        EntryReader reader = new EntryReader();
        List<StoredEntry> others = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (int partition = 0; partition < schedules.partitions(); partition++) {
            for (StoredEntry entry : Await.answer(schedules.stored(partition))) {
                if (EntryIds.isRowOf(namespace, entry.id())) {
                    String key = EntryIds.rowKey(namespace, entry.id());
                    slot(key).isWritten(Digests.of(entry), reader.readRule(entry));
                    found.add(key);
                } else {
                    others.add(entry);
                }
            }
        }
        int unsettled = 0;
        for (Map.Entry<String, Slot> known : slots.entrySet()) {
            Slot slot = known.getValue();
            if (!found.contains(known.getKey())) {
                slot.isGone();
            }
            if (!slot.isSettled()) {
                unsettled++;
                lookAgain(slot.winner().source);
            }
        }
        loadedFrom = schedules;
        return new LedgerLook(others, unsettled);
    }

    /** From now on the source is read anew; until {@link #end} its former rows count where no new ones have come. */
    public synchronized void begin(RowSource source) {
        sources.computeIfAbsent(source, _ -> new Claims()).begin();
    }

    /**
     * Takes rows of a source that is being read, and writes those that differ from what Redis holds.
     *
     * @return how many of them are over: they have nothing left to fire
     */
    public synchronized int put(RowSource source, List<RenderedRow> rows, BrokerLink link, Instant now) {
        var ends = new Ends(link, now);
        var edit = new RowEdit();
        int over = 0;
        for (RenderedRow rendered : rows) {
            Slot slot = slot(rendered.key());
            boolean isOver =
                    rendered.wish() != null && ends.isOver(rendered.wish().entry(), slot.isStored());
            over += isOver ? 1 : 0;
            Row row = new Row(source, rendered, isOver ? Row.NOTHING : Digests.wanted(rendered.wish()));
            claim(rendered.key(), slot, row);
            sources.get(source).add(rendered.key(), row);
            if (slot.winner() == row && !slot.isSettled()) {
                change(edit, slot, row, rendered);
            }
        }
        edit.send(link.schedules());
        return over;
    }

    private void change(RowEdit edit, Slot slot, Row row, RenderedRow rendered) {
        if (row.wanted == Row.NOTHING) {
            edit.delete(slot, EntryIds.ofRow(namespace, rendered.key()));
        } else {
            edit.write(slot, rendered.wish().entry(), row.wanted);
        }
    }

    /** @param whole whether every row was read; else rows that did not come again stay */
    public synchronized void end(RowSource source, boolean whole) {
        Set<String> gone = sources.get(source).end(whole);
        gone.forEach(key -> release(key, source));
    }

    /** The set has no sources but these any more: what the others claimed they claim no more. */
    public synchronized void keepOnly(SetId set, Set<RowSource> present) {
        List<RowSource> gone = sources.keySet().stream()
                .filter(source -> source.set().equals(set) && !present.contains(source))
                .toList();
        gone.forEach(source -> sources.remove(source).keys().forEach(key -> release(key, source)));
    }

    /** Whether what Redis holds of the source's rows was as they want it, when it was last looked at. */
    public synchronized boolean isSettled(RowSource source) {
        Claims claims = sources.get(source);
        return claims != null && claims.isSettled();
    }

    /**
     * Deletes rows that nobody claims any more.
     *
     * @param complete whether the rows of all sets are known, so that what was never claimed is to be deleted as well
     */
    public synchronized void sweep(BrokerSchedules schedules, boolean complete) {
        var edit = new RowEdit();
        for (String key : complete ? List.copyOf(slots.keySet()) : released) {
            Slot slot = slot(key);
            if (slot.winner() == null && slot.isStored()) {
                edit.delete(slot, EntryIds.ofRow(namespace, key));
            }
        }
        edit.send(schedules);
        released.clear();
        slots.values().removeIf(slot -> slot.winner() == null && !slot.isStored());
    }

    /** Whether {@link #sweep} would have something to delete. */
    public synchronized boolean hasSurplus(boolean complete) {
        return complete
                ? slots.values().stream().anyMatch(slot -> slot.winner() == null && slot.isStored())
                : !released.isEmpty();
    }

    /** How many rows Redis holds. */
    public synchronized int countStored() {
        return (int) slots.values().stream().filter(Slot::isStored).count();
    }

    /** Every row that Redis holds: its entry's id and schedule. */
    public synchronized void forEachStored(BiConsumer<String, ScheduleSpec> row) {
        slots.forEach((key, slot) -> {
            if (slot.schedule() != null) {
                row.accept(EntryIds.ofRow(namespace, key), slot.schedule());
            }
        });
    }

    /** The good rows of a source whose keys others have. */
    public synchronized Losses lossesOf(RowSource source) {
        Losses losses = new Losses();
        sources.getOrDefault(source, new Claims()).forEach((key, row) -> {
            Row winner = slots.get(key).winner();
            if (row.wanted != Row.AS_IT_IS && !winner.source.equals(source)) {
                losses.add(key, row, winner);
            }
        });
        return losses;
    }

    private Slot slot(String key) {
        return slots.computeIfAbsent(key, _ -> new Slot());
    }

    private void claim(String key, Slot slot, Row row) {
        Row before = slot.winner();
        slot.claim(row);
        released.remove(key);
        if (before != null && slot.winner() == row && !before.source.set().equals(row.source.set())) {
            concerned.accept(before.source.set());
        }
    }

    private void release(String key, RowSource source) {
        Slot slot = slot(key);
        boolean won = slot.winner() != null && slot.winner().source.equals(source);
        slot.release(source);
        if (slot.winner() == null) {
            released.add(key);
        } else if (won) {
            lookAgain(slot.winner().source);
        }
    }

    private void lookAgain(RowSource source) {
        sources.get(source).unsettle();
        concerned.accept(source.set());
    }
}
