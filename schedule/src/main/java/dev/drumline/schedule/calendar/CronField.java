// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import dev.drumline.schedule.ScheduleException;
import java.util.List;
import java.util.Locale;

/**
 * One of the five fields of a cron expression: a comma list of {@code *}, {@code ?}, {@code n}, {@code a-b} (which may wrap, as
 * {@code fri-mon}), each with an optional {@code /step}; {@code n/step} runs to the end of the field.
 */
enum CronField {
    MINUTE("minute", 0, 59, "0-59", List.of()),
    HOUR("hour", 0, 23, "0-23", List.of()),
    DAY_OF_MONTH("day of month", 1, 31, "1-31", List.of()),
    MONTH(
            "month",
            1,
            12,
            "1-12 or jan-dec",
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
    DAY_OF_WEEK(
            "day of week",
            0,
            6,
            "0-6 (Sunday is 0) or sun-sat",
            List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

    /**
     * The values that a field names.
     *
     * @param bits bit v for each value v
     * @param star whether the field restricts nothing: a {@code *} or {@code ?} without a step of 2 or more is in it
     */
    record Values(long bits, boolean star) {}

    private final String label;
    private final int min;
    private final int max;
    private final String allowed;
    private final List<String> names;

    CronField(String label, int min, int max, String allowed, List<String> names) {
        this.label = label;
        this.min = min;
        this.max = max;
        this.allowed = allowed;
        this.names = names;
    }

    Values parse(String text) {
        long bits = 0;
        boolean star = false;
        for (String item : text.toLowerCase(Locale.ROOT).split(",", -1)) {
            Values values = parseItem(item);
            bits |= values.bits();
            star |= values.star();
        }
        return new Values(bits, star);
    }

    private Values parseItem(String item) {
        String[] parts = item.split("/", 2);
        int step = parts.length == 2 ? parseStep(parts[1]) : 1;
        if (parts[0].equals("*") || parts[0].equals("?")) {
            return new Values(range(min, max, step), step == 1);
        }
        String[] ends = parts[0].split("-", 2);
        int first = parseValue(ends[0]);
        int last = ends.length == 2 ? parseValue(ends[1]) : parts.length == 2 ? max : first;
        return new Values(range(first, last, step), false);
    }

    private long range(int first, int last, int step) {
        int count = max - min + 1;
        int length = Math.floorMod(last - first, count);
        long bits = 0;
        for (long i = 0; i <= length; i += step) {
            bits |= 1L << (first - min + i) % count + min;
        }
        return bits;
    }

    private int parseValue(String text) {
        int named = names.indexOf(text);
        if (named >= 0) {
            return named + min;
        }
        int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (value < min || value > max) {
            throw refused(label + " is " + quoted(text) + ", must be " + allowed);
        }
        return value;
    }

    private int parseStep(String text) {
        if (!text.matches("0*[1-9][0-9]{0,8}")) {
            throw refused(label + " step is " + quoted(text) + ", must be at least 1");
        }
        return Integer.parseInt(text);
    }

    private static String quoted(String text) {
        return text.matches("[0-9]+") ? text : "\"" + text + "\"";
    }

    private static ScheduleException refused(String sentence) {
        return new ScheduleException("cron", sentence);
    }
}
