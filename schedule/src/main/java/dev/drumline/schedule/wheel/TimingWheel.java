// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.wheel;

import java.util.Arrays;

/**
 * Which entries are due: a timing wheel of 1 ms ticks over primitive arrays. Entries are small ints that the caller chooses (they
 * index arrays, so count from 0). No thread, no clock: time is what {@link #poll} is told.
 *
 * <p>Ring 0 has 16,384 slots of 1 ms, the rings above 1,024 slots each: of 1,024 ms in ring 1, and of 256 times those of the ring
 * beneath in the others. An entry's slot is its due time divided by the width of a slot, modulo the number of slots. The rings go with
 * the tick: ring 0 holds what is due in the 1,024 ms of the tick and in the 15 times 1,024 ms that follow, ring 1 what is due up to 17
 * minutes ahead, ring 2 three days, ring 3 two years, ring 4 five centuries, ring 5 the rest. What lies in ring 1 or above falls to a
 * lower one as soon as that reaches so far.
 *
 * <p>Worked: at tick 1,000 an entry due at 11,010 goes to ring 0, slot 11,010: one that is due each 10 s never goes anywhere else.
 * One due at 61,010 lies in ring 1, slot 59, which begins at 60,416. When the tick comes to 44 * 1,024 = 45,056, ring 0 reaches up to
 * the end of slot 59, and the entry falls to slot 61,010 % 16,384 = 11,858 of ring 0. So an entry is moved at most once a
 * ring, and empty time costs nothing: a bitmap says which slot comes next.
 *
 * <p>An entry inserted at a time that is done already is late: it lies in a slot of its own and is handed out by the next poll.
 *
 * <p>A fire waits for memory more than for anything else. What is due in a tick lies together ({@link Slots}) and tells its due time by
 * its slot; so the only thing that a fire touches at a random address is the entry's record of 12 bytes. The records of the next 32
 * entries are read together before the first of them is handed out: memory answers many questions in the time of one. With 15
 * million entries a fire takes 65 ns with that and 130 without, on the machine of docs/performance.md.
 *
 * <p>Memory: 12 bytes for each entry number up to the highest one used; 4.6 for each entry in a slot that holds many, 32 for one that is
 * alone in its slot; both up to an eighth more after growth; and 90 kB for the slots.
 */
public final class TimingWheel {
    /** Takes an entry that is due; it is out of the wheel by then and may be inserted again. */
    @FunctionalInterface
    public interface Handler {
        void due(int entry, long dueMillis);
    }

    /** What {@link #nextDue} answers when nothing will be due. */
    public static final long NONE = Long.MAX_VALUE;

    private static final int RINGS = 6;
    private static final int FINE_BITS = 14;
    private static final int COARSE_BITS = 10;
    private static final int AHEAD = 32;
    private static final int LATE = (1 << FINE_BITS) + (RINGS - 1 << COARSE_BITS);
    private static final int FOREVER = LATE + 1;

    /** From here on, the year 144,683, nothing is ever due. */
    private static final long END_OF_TIME = 1L << 52;

    // The record of entry e: its due time in two halves at 3e and 3e + 1, and its place in the slots at 3e + 2, 0 when
    // it is not in. Side by side, since a fire waits for memory more than for anything else.
    private int[] records;
    private final Slots slots = new Slots(FOREVER + 1);
    private long tick;
    private int size;

    /** Without it the compiler would see that what lookAhead reads is of no use, and not read it. */
    private int seen;

    /**
     * @param doneThroughMillis entries due at or before it are late from the start; epoch milliseconds, 0 or more
     * @param capacity for entries 0 to capacity - 1 before the first growth
     */
    public TimingWheel(long doneThroughMillis, int capacity) {
        tick = doneThroughMillis + 1;
        records = new int[3 * capacity];
    }

    /** Puts the entry in at its due time; one that is in already is moved. Due times from 2^52 on, the year 144,683, never come. */
    public void insert(int entry, long dueMillis) {
        cancel(entry);
        ensureCapacity(entry);
        records[3 * entry] = (int) dueMillis;
        records[3 * entry + 1] = (int) (dueMillis >> 32);
        place(entry, dueMillis);
        size++;
    }

    /** Takes the entry out; false when it was not in. */
    public boolean cancel(int entry) {
        if (!contains(entry)) {
            return false;
        }
        int place = records[3 * entry + 2];
        int last = slots.pop(slotOf(due(entry)));
        if (last != entry) {
            slots.set(place, last);
            records[3 * last + 2] = place;
        }
        records[3 * entry + 2] = 0;
        size--;
        return true;
    }

    public boolean contains(int entry) {
        return entry < records.length / 3 && records[3 * entry + 2] != 0;
    }

    public int size() {
        return size;
    }

    /** The time through which everything was handed out. */
    public long doneThroughMillis() {
        return tick - 1;
    }

    /** A time at or before the first due one and, if that is near, exactly it; {@link #NONE} when nothing will be due. */
    public long nextDue() {
        if (!slots.isEmpty(LATE)) {
            return tick - 1;
        }
        for (int ring = 0; ring < RINGS; ring++) {
            long next = nextIn(ring);
            if (next != NONE) {
                return next;
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
        int handedOut = drainLate(handler);
        for (long next = nextDue(); next <= nowMillis; next = nextDue()) {
            if (handedOut >= limit) {
                return tick - 1;
            }
            advanceTo(next);
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
        slots.clear();
        for (int entry = 0; entry < records.length / 3; entry++) {
            if (contains(entry)) {
                place(entry, due(entry));
            }
        }
    }

    /** What its arrays take up. */
    long bytes() {
        return Integer.BYTES * (long) records.length + slots.bytes();
    }

    private int drainTick(Handler handler) {
        int handedOut = 0;
        int slot = slotIn(0, tick);
        do {
            handedOut += drainLate(handler);
            for (int i = 0; !slots.isEmpty(slot); i++) {
                if (i % AHEAD == 0) {
                    lookAhead(slot);
                }
                handler.due(take(slot), tick);
                handedOut++;
            }
        } while (!slots.isEmpty(LATE));
        return handedOut;
    }

    private int drainLate(Handler handler) {
        int handedOut = 0;
        while (!slots.isEmpty(LATE)) {
            int entry = take(LATE);
            handler.due(entry, due(entry));
            handedOut++;
        }
        return handedOut;
    }

    private int take(int slot) {
        int entry = slots.pop(slot);
        records[3 * entry + 2] = 0;
        size--;
        return entry;
    }

    /** Nothing may be due before {@code newTick}. */
    private void advanceTo(long newTick) {
        long changed = tick ^ newTick;
        tick = newTick;
        // From below, so that what falls finds its slot free of what lay there one turn earlier.
        for (int ring = 1; ring < RINGS && changed >> width(ring) != 0; ring++) {
            cascade(ring);
        }
    }

    private void cascade(int ring) {
        for (long begin = nextIn(ring); isBeneath(ring, begin); begin = nextIn(ring)) {
            int slot = slotIn(ring, begin);
            for (int i = 0; !slots.isEmpty(slot); i++) {
                if (i % AHEAD == 0) {
                    lookAhead(slot);
                }
                int entry = slots.pop(slot);
                place(entry, due(entry));
            }
        }
    }

    /** Reads the records that come next, so that they are in the cache by then. */
    private void lookAhead(int slot) {
        int sum = 0;
        int place = slots.top(slot);
        for (int i = 0; i < AHEAD && place != 0; i++) {
            sum += records[3 * slots.get(place) + 2];
            place = slots.beneath(place);
        }
        seen += sum;
    }

    private void place(int entry, long dueMillis) {
        records[3 * entry + 2] = slots.push(slotOf(dueMillis), entry);
    }

    private int slotOf(long dueMillis) {
        if (dueMillis < tick) {
            return LATE;
        }
        if (dueMillis >= END_OF_TIME) {
            return FOREVER;
        }
        int ring = 0;
        while (ring + 1 < RINGS && !isBeneath(ring + 1, dueMillis)) {
            ring++;
        }
        return slotIn(ring, dueMillis);
    }

    /** Whether the time, at or after the tick, is so near that it is none of this ring's but of one beneath it. */
    private boolean isBeneath(int ring, long millis) {
        int reach = ring == 1 ? 1 << FINE_BITS - COARSE_BITS : 1 << 2;
        return (millis >> width(ring)) - (tick >> width(ring)) < reach;
    }

    /** When the ring's first occupied slot begins, or {@link #NONE}. */
    private long nextIn(int ring) {
        int slots = ring == 0 ? 1 << FINE_BITS : 1 << COARSE_BITS;
        int current = slotIn(ring, tick);
        int first = firstSlot(ring);
        int next = this.slots.nextOccupied(current, first + slots);
        if (next < 0) {
            next = this.slots.nextOccupied(first, current);
        }
        if (next < 0) {
            return NONE;
        }
        return (tick >> width(ring)) + (next - current & slots - 1) << width(ring);
    }

    private static int slotIn(int ring, long millis) {
        int mask = (ring == 0 ? 1 << FINE_BITS : 1 << COARSE_BITS) - 1;
        return firstSlot(ring) + ((int) (millis >> width(ring)) & mask);
    }

    private static int firstSlot(int ring) {
        return ring == 0 ? 0 : (1 << FINE_BITS) + (ring - 1 << COARSE_BITS);
    }

    /** Of a slot of the ring, in bits. */
    private static int width(int ring) {
        return ring == 0 ? 0 : COARSE_BITS + 8 * (ring - 1);
    }

    private long due(int entry) {
        return (long) records[3 * entry + 1] << 32 | records[3 * entry] & 0xffff_ffffL;
    }

    private void ensureCapacity(int entry) {
        int old = records.length / 3;
        if (entry >= old) {
            records = Arrays.copyOf(records, 3 * Math.max(entry + 1, old + old / 8));
        }
    }
}
