// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import java.util.List;

/** One of the five fields of a calendar expression: which values it takes and how they are called. */
enum CronField {
    MINUTE("minute", "minute", 0, 59, "0-59", List.of()),
    HOUR("hour", "hour", 0, 23, "0-23", List.of()),
    DAY_OF_MONTH("day of month", "dayOfMonth", 1, 31, "1-31", List.of()),
    MONTH(
            "month",
            "monthOfYear",
            1,
            12,
            "1-12 or jan-dec",
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december")),
    DAY_OF_WEEK(
            "day of week",
            "dayOfWeek",
            0,
            6,
            "0-6 (Sunday is 0) or sun-sat",
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"));

    private final String label;
    private final String key;
    private final int min;
    private final int max;
    private final String allowed;
    private final List<String> names;

    CronField(String label, String key, int min, int max, String allowed, List<String> names) {
        this.label = label;
        this.key = key;
        this.min = min;
        this.max = max;
        this.allowed = allowed;
        this.names = names;
    }

    /** What a sentence calls it. */
    String label() {
        return label;
    }

    /** Its name in {@code spec.schedule.crontab}. */
    String key() {
        return key;
    }

    int min() {
        return min;
    }

    int max() {
        return max;
    }

    int size() {
        return max - min + 1;
    }

    /** The values that it takes, for a sentence. */
    String allowed() {
        return allowed;
    }

    /** The full names of its values in lower case, that of {@link #min()} first; empty when they have none. */
    List<String> names() {
        return names;
    }
}
