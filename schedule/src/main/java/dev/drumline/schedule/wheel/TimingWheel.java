// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.wheel;

import java.util.Arrays;

/**
 * Which entries are due: a hierarchical timing wheel of 1 ms ticks over primitive arrays. Entries are small ints that the caller
 * chooses (they index arrays, so count from 0). No thread, no clock: time is what {@link #poll} is told.
 *
 * <p>A due time is read as base-64 digits, one level a digit: level 0 has 64 slots of 1 ms, level 1 of 64 ms, level 2 of 4,096 ms
 * and so on. An entry lies on the level of the highest digit in which its due time differs from {@code tick}, in the slot of that
 * digit. A bitmap a level says which slots hold entries, so the next one is found with a shift instead of a walk.
 *
 * <p>Worked: at tick 1,000 (digits 15, 40) an entry due at 1,010 (15, 50) lies on level 0 in slot 50; one due at 1,100 (17, 12) on
 * level 1 in slot 17; one due at 10,000 (2, 28, 16) on level 2 in slot 2. The first is handed out when poll reaches 1,010. Then
 * level 0 is empty and the next slot of level 1 starts at 17 * 64 = 1,088: the tick jumps there, and the entries of slot 17 fall to
 * level 0, this one into slot 12. So an entry is moved at most once a level, and empty time costs nothing.
 *
 * <p>An entry inserted at a time that is done already is late: it lies in a list of its own and is handed out by the next poll.
 *
 * <p>Memory: 16 bytes an entry (due 8, next 4, previous 4) up to the highest entry number used, up to half as much again after
 * growth, and 3 kB for the slots.
 */
public final class TimingWheel {
    /** Takes an entry that is due; it is out of the wheel by then and may be inserted again. */
    @FunctionalInterface
    public interface Handler {
        void due(int entry, long dueMillis);
    }

    /** What {@link #nextDue} answers when the wheel is empty. */
    public static final long NONE = Long.MAX_VALUE;

    private static final int BITS = 6;
    private static final int SLOTS = 1 << BITS;
    private static final int LEVELS = 11;
    private static final int LATE = LEVELS * SLOTS;
    private static final int END = -1;
    private static final int ABSENT = Integer.MIN_VALUE;

    private final int[] heads = new int[LATE + 1];
    private final long[] occupied = new long[LEVELS];
    // Entry e has its due time at 2e, its links at 2e + 1: side by side, since a fire waits for memory more than for
    // anything else.
    // The links are the next entry (high half) and the previous one (low half), which for the first entry of slot s is
    // -2 - s.
    private long[] entries;
    private long tick;
    private int size;

    /**
     * @param doneThroughMillis entries due at or before it are late from the start; epoch milliseconds, 0 or more
     * @param capacity for entries 0 to capacity - 1 before the first growth
     */
    public TimingWheel(long doneThroughMillis, int capacity) {
        tick = doneThroughMillis + 1;
        entries = new long[2 * capacity];
        Arrays.fill(heads, END);
        Arrays.fill(entries, ABSENT);
    }

    /** Puts the entry in at its due time; one that is in already is moved. */
    public void insert(int entry, long dueMillis) {
        cancel(entry);
        ensureCapacity(entry);
        entries[2 * entry] = dueMillis;
        link(entry);
        size++;
    }

    /** Takes the entry out; false when it was not in. */
    public boolean cancel(int entry) {
        if (!contains(entry)) {
            return false;
        }
        unlink(entry);
        size--;
        return true;
    }

    public boolean contains(int entry) {
        return entry < entries.length / 2 && previous(entry) != ABSENT;
    }

    public int size() {
        return size;
    }

    /** The time through which everything was handed out. */
    public long doneThroughMillis() {
        return tick - 1;
    }

    /** A time at or before the first due one and, if that is near, exactly it; {@link #NONE} when the wheel is empty. */
    public long nextDue() {
        if (heads[LATE] != END) {
            return tick - 1;
        }
        for (int level = 0; level < LEVELS; level++) {
            if (occupied[level] != 0) {
                return slotStart(level, Long.numberOfTrailingZeros(occupied[level]));
            }
        }
        return NONE;
    }

    /**
     * Hands out what is due at or before {@code nowMillis}: late entries first, then tick by tick, within a tick in any order. The
     * handler may insert and cancel; what it inserts at or before {@code nowMillis} is handed out in its turn.
     *
     * @param limit no further tick is begun once so many entries were handed out; a tick is never left half done
     * @return the time through which everything was handed out: {@code nowMillis}, an earlier one when the limit ended the poll,
     *     a later one when an earlier poll had come further
     */
    public long poll(long nowMillis, int limit, Handler handler) {
        int handedOut = drain(LATE, handler);
        while (nextDue() <= nowMillis) {
            if (handedOut >= limit) {
                return tick - 1;
            }
            advanceTo(nextDue());
            handedOut += drainTick(handler);
            advanceTo(tick + 1);
        }
        if (tick <= nowMillis) {
            advanceTo(nowMillis + 1);
        }
        return tick - 1;
    }

    /**
     * Sets the wheel's time back, so that what is inserted after {@code doneThroughMillis} is handed out in order again. A time ahead
     * changes nothing. Costs a step for every entry number.
     */
    public void rewind(long doneThroughMillis) {
        if (doneThroughMillis + 1 >= tick) {
            return;
        }
        tick = doneThroughMillis + 1;
        Arrays.fill(heads, END);
        Arrays.fill(occupied, 0);
        for (int entry = 0; entry < entries.length / 2; entry++) {
            if (contains(entry)) {
                link(entry);
            }
        }
    }

    private int drainTick(Handler handler) {
        int handedOut = 0;
        do {
            handedOut += drain(LATE, handler) + drain(digit(tick, 0), handler);
        } while (heads[LATE] != END);
        return handedOut;
    }

    private int drain(int slot, Handler handler) {
        int handedOut = 0;
        while (heads[slot] != END) {
            int entry = heads[slot];
            cancel(entry);
            handler.due(entry, due(entry));
            handedOut++;
        }
        return handedOut;
    }

    private void advanceTo(long newTick) {
        tick = newTick;
        for (int level = LEVELS - 1; level > 0; level--) {
            int slot = digit(tick, level);
            if ((occupied[level] & 1L << slot) != 0) {
                cascade(level * SLOTS + slot);
            }
        }
    }

    private void cascade(int slot) {
        int entry = heads[slot];
        clear(slot);
        while (entry != END) {
            int following = next(entry);
            link(entry);
            entry = following;
        }
    }

    private void link(int entry) {
        int slot = slotOf(due(entry));
        int first = heads[slot];
        heads[slot] = entry;
        setLinks(entry, first, -2 - slot);
        if (first != END) {
            setLinks(first, next(first), entry);
        }
        if (slot != LATE) {
            occupied[slot / SLOTS] |= 1L << slot;
        }
    }

    private void unlink(int entry) {
        int before = previous(entry);
        int after = next(entry);
        setLinks(entry, END, ABSENT);
        if (after != END) {
            setLinks(after, next(after), before);
        }
        if (before >= 0) {
            setLinks(before, after, previous(before));
        } else if (after != END) {
            heads[-2 - before] = after;
        } else {
            clear(-2 - before);
        }
    }

    private void clear(int slot) {
        heads[slot] = END;
        if (slot != LATE) {
            occupied[slot / SLOTS] &= ~(1L << slot);
        }
    }

    private int slotOf(long dueMillis) {
        if (dueMillis < tick) {
            return LATE;
        }
        int highestBit = 63 - Long.numberOfLeadingZeros(dueMillis ^ tick | 1);
        int level = highestBit / BITS;
        return level * SLOTS + digit(dueMillis, level);
    }

    private long slotStart(int level, int slot) {
        // Two shifts, since one by 66 bits would wrap around to 2 on the highest level.
        long higherDigits = tick & (-1L << level * BITS << BITS);
        return higherDigits | (long) slot << level * BITS;
    }

    private static int digit(long millis, int level) {
        return (int) (millis >>> level * BITS) & SLOTS - 1;
    }

    private long due(int entry) {
        return entries[2 * entry];
    }

    private int next(int entry) {
        return (int) (entries[2 * entry + 1] >> 32);
    }

    private int previous(int entry) {
        return (int) entries[2 * entry + 1];
    }

    private void setLinks(int entry, int next, int previous) {
        entries[2 * entry + 1] = (long) next << 32 | previous & 0xffff_ffffL;
    }

    private void ensureCapacity(int entry) {
        int old = entries.length / 2;
        if (entry >= old) {
            entries = Arrays.copyOf(entries, 2 * Math.max(entry + 1, old + old / 2));
            Arrays.fill(entries, 2 * old, entries.length, ABSENT);
        }
    }
}
