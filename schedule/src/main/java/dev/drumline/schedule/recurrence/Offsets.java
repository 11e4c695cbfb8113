// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

/** Seconds from the begin of a slot, in order. */
interface Offsets {

    int size();

    /** @param index 0 to {@code size() - 1} */
    int at(int index);

    /** How many are before a second of the slot. */
    int countBefore(int second);
}
