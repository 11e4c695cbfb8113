// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneRules;

/** UNTIL in its three forms. */
final class Until {
    private static final DateTimeFormatter DATE = strict("uuuuMMdd");
    private static final DateTimeFormatter DATE_TIME = strict("uuuuMMdd'T'HHmmss");

    private Until() {}

    /** The last epoch second that it allows: a date means all of that day. */
    static long epochSecond(String text, ZoneRules zone) {
        try {
            if (text.endsWith("Z")) {
                return LocalDateTime.parse(text.substring(0, text.length() - 1), DATE_TIME)
                        .toEpochSecond(ZoneOffset.UTC);
            }
            LocalDateTime local = text.contains("T")
                    ? LocalDateTime.parse(text, DATE_TIME)
                    : LocalDate.parse(text, DATE).atTime(LocalTime.of(23, 59, 59));
            // RFC 5545 §3.3.5: the first of two such times; one that is skipped by the offset before. So java.time has
            // it.
            return local.toEpochSecond(zone.getOffset(local));
        } catch (DateTimeException e) {
            throw RuleText.refused("UNTIL: \"" + text
                    + "\" is no time; use 20261224, 20261224T180000 (in spec.timeZone) or 20261224T180000Z (UTC)");
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
