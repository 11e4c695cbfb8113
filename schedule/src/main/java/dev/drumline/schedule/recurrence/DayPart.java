// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

/** A part of a rule that says which days match: a set of bits a month, so that the parts of a rule meet in a bitwise and. */
interface DayPart {

    /** Bit d for each day d of the month that matches; bits beyond its days mean nothing. */
    long daysIn(Month month);
}
