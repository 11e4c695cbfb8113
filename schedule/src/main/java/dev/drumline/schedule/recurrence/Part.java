// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a rule may consist of. */
enum Part {
    FREQ,
    INTERVAL(1, 99_999_999, false),
    COUNT(1, 1_000_000, false),
    UNTIL,
    WKST,
    BYSETPOS(1, 366, true),
    BYMONTH(1, 12, false),
    BYMONTHDAY(1, 31, true),
    BYYEARDAY(1, 366, true),
    BYEASTER(EasterDays.FIRST, EasterDays.LAST, false),
    BYWEEKNO(1, 53, true),
    BYDAY,
    BYHOUR(0, 23, false),
    BYMINUTE(0, 59, false),
    BYSECOND(0, 60, false);

    private static final int MOST_DIGITS = 9;

    private final int min;
    private final int max;
    private final boolean fromTheEnd;

    Part() {
        this(0, 0, false);
    }

    /** @param fromTheEnd whether the same numbers with a minus count from the end */
    Part(int min, int max, boolean fromTheEnd) {
        this.min = min;
        this.max = max;
        this.fromTheEnd = fromTheEnd;
    }

    static Optional<Part> named(String name) {
        return Arrays.stream(values()).filter(part -> part.name().equals(name)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Part::name).collect(Collectors.joining(", "));
    }

    /** A number of this part, refused with its range. */
    int number(String text) {
        boolean isNumber = text.matches("[+-]?[0-9]{1," + MOST_DIGITS + "}");
        int number = isNumber ? Integer.parseInt(text) : 0;
        int counted = fromTheEnd ? Math.abs(number) : number;
        if (!isNumber || counted < min || counted > max) {
            throw RuleText.refused(this + ": is " + (isNumber ? number : "\"" + text + "\"") + ", must be " + range());
        }
        return number;
    }

    private String range() {
        if (min < 0) {
            return min + " to " + max;
        }
        return min + "-" + max + (fromTheEnd ? ", or -1 to -" + max + " from the end" : "");
    }
}
