// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.wheel;

import java.util.Arrays;

/** A set of small ints whose next member is found in a few steps: a bit for each, and a bit for each 64 of these. */
final class Bitmap {
    private final long[] words;
    private final long[] summary;

    Bitmap(int size) {
        words = new long[Math.ceilDiv(size, Long.SIZE)];
        summary = new long[Math.ceilDiv(words.length, Long.SIZE)];
    }

    void set(int bit) {
        int word = bit / Long.SIZE;
        words[word] |= 1L << bit;
        summary[word / Long.SIZE] |= 1L << word;
    }

    void clear(int bit) {
        int word = bit / Long.SIZE;
        words[word] &= ~(1L << bit);
        if (words[word] == 0) {
            summary[word / Long.SIZE] &= ~(1L << word);
        }
    }

    void clear() {
        Arrays.fill(words, 0);
        Arrays.fill(summary, 0);
    }

    /** The first member from {@code from} on and before {@code end}; -1 when there is none. */
    int next(int from, int end) {
        if (from >= end) {
            return -1;
        }
        int word = from / Long.SIZE;
        long bits = words[word] & -1L << from;
        if (bits == 0) {
            word = nextWord(word + 1);
            if (word < 0) {
                return -1;
            }
            bits = words[word];
        }
        int next = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        return next < end ? next : -1;
    }

    long bytes() {
        return Long.BYTES * ((long) words.length + summary.length);
    }

    private int nextWord(int from) {
        for (int i = from / Long.SIZE; i < summary.length; i++) {
            long bits = i == from / Long.SIZE ? summary[i] & -1L << from : summary[i];
            if (bits != 0) {
                return i * Long.SIZE + Long.numberOfTrailingZeros(bits);
            }
        }
        return -1;
    }
}
