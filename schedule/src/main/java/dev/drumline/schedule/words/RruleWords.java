// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A recurrence rule of RFC 5545 in words, part by part. */
final class RruleWords {
    private static final String MONDAY = "MO";
    private static final Map<String, String> UNITS = Map.of(
            "SECONDLY", "second",
            "MINUTELY", "minute",
            "HOURLY", "hour",
            "DAILY", "day",
            "WEEKLY", "week",
            "MONTHLY", "month",
            "YEARLY", "year");

    private final RruleParts parts;
    private final LocalDateTime start;

    private RruleWords(RruleParts parts, LocalDateTime start) {
        this.parts = parts;
        this.start = start;
    }

    /**
     * @param text one that was accepted
     * @param start the local time that it starts at and takes from what it leaves open
     */
    static String of(String text, LocalDateTime start) {
        return new RruleWords(RruleParts.of(text), start).words();
    }

    private String words() {
        List<String> phrases = new ArrayList<>();
        phrases.add(TimeWords.every(parts.interval(), UNITS.get(parts.text("FREQ"))));
        phrases.addAll(new RruleDays(parts, start).phrases());
        phrases.addAll(new RruleTimes(parts, start).phrases());
        if (parts.has("BYSETPOS")) {
            phrases.add("of these only "
                    + Listing.and(parts.numbers("BYSETPOS").stream()
                            .sorted()
                            .distinct()
                            .map(number -> "the " + Ordinal.fromEitherEnd(number))
                            .toList()));
        }
        if (parts.interval() > 1) {
            phrases.add("counted from " + begin());
        }
        if (dependsOnWeeks() && parts.has("WKST") && !parts.text("WKST").equals(MONDAY)) {
            phrases.add("weeks beginning on " + DayWords.weekday(RruleParts.weekday(parts.text("WKST"))));
        }
        if (parts.has("COUNT")) {
            int count = Integer.parseInt(parts.text("COUNT"));
            phrases.add(count == 1 ? "1 time in all" : count + " times in all");
        }
        if (parts.has("UNTIL")) {
            phrases.add("until " + until());
        }
        return String.join(", ", phrases);
    }

    private String begin() {
        return switch (parts.text("FREQ")) {
            case "YEARLY" -> String.valueOf(start.getYear());
            case "MONTHLY" -> start.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + start.getYear();
            case "WEEKLY" -> "the week of " + start.toLocalDate();
            case "DAILY" -> start.toLocalDate().toString();
            default -> start.toString();
        };
    }

    private boolean dependsOnWeeks() {
        return parts.has("BYWEEKNO")
                || (parts.text("FREQ").equals("WEEKLY") && (parts.interval() > 1 || parts.has("BYSETPOS")));
    }

    private String until() {
        String until = parts.text("UNTIL");
        LocalDate day = LocalDate.parse(until.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
        if (until.length() == 8) {
            return "the end of " + day;
        }
        LocalTime time = LocalTime.parse(until.substring(9, 15), DateTimeFormatter.ofPattern("HHmmss"));
        return day + "T" + time.format(DateTimeFormatter.ISO_LOCAL_TIME) + until.substring(15);
    }
}
