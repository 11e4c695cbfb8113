// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import java.util.List;

/** Several things in a row, as a sentence has them. */
final class Listing {
    private Listing() {}

    /** {@code a, b and c}. */
    static String and(List<String> things) {
        return join(things, " and ");
    }

    /** {@code a, b or c}. */
    static String or(List<String> things) {
        return join(things, " or ");
    }

    private static String join(List<String> things, String beforeTheLast) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + beforeTheLast + things.get(last);
    }
}
