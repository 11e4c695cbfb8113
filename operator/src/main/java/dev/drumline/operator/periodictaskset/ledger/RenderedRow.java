// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import dev.drumline.broker.schedule.ScheduleEntry;

/**
 * A row whose key is known.
 *
 * @param file see {@link RowPlace}, as for the line
 * @param wish null when the row was refused
 */
public record RenderedRow(String key, String file, int line, Wish wish) {
    /** What the row asks for. */
    public record Wish(ScheduleEntry entry, boolean suspended) {}
}
