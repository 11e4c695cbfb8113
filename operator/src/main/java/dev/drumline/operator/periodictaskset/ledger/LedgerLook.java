// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import dev.drumline.broker.schedule.StoredEntry;
import java.util.List;

/**
 * What a look at Redis found.
 *
 * @param others entries that are no rows of the namespace
 * @param unsettled how many rows are not as their sets want them
 */
public record LedgerLook(List<StoredEntry> others, int unsettled) {}
