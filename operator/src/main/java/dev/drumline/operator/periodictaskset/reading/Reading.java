// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.reading;

import dev.drumline.crds.periodictaskset.RejectedRow;
import java.util.List;

/**
 * What was found in a source.
 *
 * @param rows that were found, good and bad
 * @param over rows that have nothing left to fire
 * @param rejected rows that are refused
 * @param rejections the first ten of these
 * @param whole whether the key of every row could be read; else rows that were there before stay
 */
public record Reading(int rows, int over, int rejected, List<RejectedRow> rejections, boolean whole) {
    public static final Reading NOTHING = new Reading(0, 0, 0, List.of(), true);

    public Reading {
        rejections = List.copyOf(rejections);
    }
}
