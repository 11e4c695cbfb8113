// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.wheel;

import java.util.Arrays;

/**
 * The entries of each slot, last in first out, in chunks of one array: what lies in a slot lies together, so that memory hands it
 * over by the cache line, and a chunk that one slot gives up is the next one that another takes, still in the cache.
 *
 * <p>A chunk is 8 places. The first holds the topmost place of the chunk beneath it in the slot, or 0; the other 7 hold entries.
 * Worked: the first slot that takes entries 70 and 80 gets the chunk at 8; 70 goes to place 9 and 80 to 10, the slot's top. The chunk
 * at 0 is never used: place 0 means none. So n entries in s slots take no more than n / 7 + s chunks of 32 bytes.
 */
final class Slots {
    private static final int CHUNK = 8;

    private final int[] tops;
    private final Bitmap occupied;
    private int[] places = new int[4 * CHUNK];
    private int fresh = CHUNK;
    private int free;

    Slots(int count) {
        tops = new int[count];
        occupied = new Bitmap(count);
    }

    boolean isEmpty(int slot) {
        return tops[slot] == 0;
    }

    /** The first slot from {@code from} on and before {@code end} that is not empty; -1 when all are. */
    int nextOccupied(int from, int end) {
        return occupied.next(from, end);
    }

    /** @return the place where it lies now, 1 or more */
    int push(int slot, int entry) {
        int top = tops[slot];
        int place = top + 1;
        if (place % CHUNK < 2) {
            if (top == 0) {
                occupied.set(slot);
            }
            place = takeChunk(top) + 1;
        }
        places[place] = entry;
        tops[slot] = place;
        return place;
    }

    int pop(int slot) {
        int top = tops[slot];
        int beneath = top - 1;
        if (beneath % CHUNK == 0) {
            beneath = giveBack(beneath);
            if (beneath == 0) {
                occupied.clear(slot);
            }
        }
        tops[slot] = beneath;
        return places[top];
    }

    /** The place of the entry that a pop would give, 0 when there is none. */
    int top(int slot) {
        return tops[slot];
    }

    /** The place of the entry that a pop would give once the one at this place is gone, 0 when there is none. */
    int beneath(int place) {
        int beneath = place - 1;
        return beneath % CHUNK == 0 ? places[beneath] : beneath;
    }

    int get(int place) {
        return places[place];
    }

    void set(int place, int entry) {
        places[place] = entry;
    }

    long bytes() {
        return Integer.BYTES * ((long) tops.length + places.length) + occupied.bytes();
    }

    void clear() {
        Arrays.fill(tops, 0);
        occupied.clear();
        fresh = CHUNK;
        free = 0;
    }

    private int takeChunk(int beneath) {
        int chunk = free;
        if (chunk != 0) {
            free = places[chunk];
        } else {
            chunk = fresh;
            fresh += CHUNK;
            if (fresh > places.length) {
                places = Arrays.copyOf(places, places.length + Math.max(CHUNK, places.length / 8 / CHUNK * CHUNK));
            }
        }
        places[chunk] = beneath;
        return chunk;
    }

    private int giveBack(int chunk) {
        int beneath = places[chunk];
        places[chunk] = free;
        free = chunk;
        return beneath;
    }
}
