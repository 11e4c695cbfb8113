// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

/**
 * The values that a field names.
 *
 * @param bits bit v for each value v
 * @param star whether the field restricts nothing: a {@code *} or {@code ?} without a step of 2 or more is in it
 */
record FieldValues(long bits, boolean star) {
    static final FieldValues NONE = new FieldValues(0, false);

    FieldValues and(FieldValues others) {
        return new FieldValues(bits | others.bits, star || others.star);
    }
}
