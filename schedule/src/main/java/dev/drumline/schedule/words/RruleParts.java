// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of an RFC 5545 rule that was accepted, by their names. */
record RruleParts(Map<String, String> parts) {
    private static final List<String> WEEKDAYS = List.of("SU", "MO", "TU", "WE", "TH", "FR", "SA");
    private static final Pattern NUMBERED_DAY = Pattern.compile("([+-]?[0-9]*)(..)");
    private static final int LEAP_SECOND = 60;

    /**
     * @param number 1 for the first one, -1 for the last, 0 for every one
     * @param weekday 0 (Sunday) to 6
     */
    record NumberedDay(int number, int weekday) {}

    static RruleParts of(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.strip()
                .toUpperCase(Locale.ROOT)
                .replaceFirst("^RRULE:", "")
                .split(";")) {
            String[] sides = part.split("=", 2);
            parts.put(sides[0], sides[1]);
        }
        return new RruleParts(parts);
    }

    boolean has(String... names) {
        return Arrays.stream(names).anyMatch(parts::containsKey);
    }

    String text(String name) {
        return parts.get(name);
    }

    int interval() {
        return has("INTERVAL") ? Integer.parseInt(text("INTERVAL")) : 1;
    }

    List<Integer> numbers(String name) {
        return items(name).map(Integer::valueOf).toList();
    }

    /** Bit n for each number n of a part that has none below 0; {@code otherwise} without the part. Second 60 counts as 59. */
    long bits(String name, int otherwise) {
        return has(name)
                ? items(name)
                        .mapToInt(Integer::parseInt)
                        .map(number -> number == LEAP_SECOND ? LEAP_SECOND - 1 : number)
                        .mapToLong(number -> 1L << number)
                        .reduce(0, (a, b) -> a | b)
                : 1L << otherwise;
    }

    List<NumberedDay> weekdays() {
        return items("BYDAY").map(RruleParts::numberedDay).toList();
    }

    /** 0 (Sunday) to 6. */
    static int weekday(String letters) {
        return WEEKDAYS.indexOf(letters);
    }

    private static NumberedDay numberedDay(String item) {
        Matcher matcher = NUMBERED_DAY.matcher(item);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(item);
        }
        int number = matcher.group(1).isEmpty() ? 0 : Integer.parseInt(matcher.group(1));
        return new NumberedDay(number, weekday(matcher.group(2)));
    }

    private Stream<String> items(String name) {
        return has(name) ? Arrays.stream(text(name).split(",")) : Stream.empty();
    }
}
