// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import dev.drumline.schedule.ScheduleException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the Gateway API writes them (GEP-2257): up to four parts of up to five digits and a unit. */
public final class Periods {
    static final long MIN_MILLIS = 100;
    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,5}(h|m|s|ms)){1,4}");
    private static final Pattern PART = Pattern.compile("([0-9]+)(h|ms|m|s)");
    private static final String[] UNITS = {"h", "m", "s", "ms"};

    private Periods() {}

    /** @throws ScheduleException of {@code field} */
    public static long parseMillis(String field, String text) {
        long millis = millis(text);
        if (millis < MIN_MILLIS) {
            throw new ScheduleException(field, "must be a duration of at least 100ms, such as 10s, 1m30s or 500ms");
        }
        return millis;
    }

    /** Zero when the text is no duration. */
    static long millis(String text) {
        return text != null && WHOLE.matcher(text).matches() ? sum(PART.matcher(text)) : 0;
    }

    /** @param millis 1 or more */
    static String text(long millis) {
        StringBuilder text = new StringBuilder();
        long rest = millis;
        for (String unit : UNITS) {
            long count = rest / unitMillis(unit);
            rest -= count * unitMillis(unit);
            text.append(count == 0 ? "" : count + unit);
        }
        return text.toString();
    }

    private static long sum(Matcher parts) {
        return parts.results()
                .mapToLong(part -> Long.parseLong(part.group(1)) * unitMillis(part.group(2)))
                .sum();
    }

    private static long unitMillis(String unit) {
        return switch (unit) {
            case "h" -> 3_600_000;
            case "m" -> 60_000;
            case "s" -> 1_000;
            default -> 1;
        };
    }
}
