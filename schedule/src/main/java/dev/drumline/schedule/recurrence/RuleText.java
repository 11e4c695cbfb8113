// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import dev.drumline.schedule.ScheduleException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a rule as the user wrote them, each read on demand and refused with what would be right. */
final class RuleText {
    private static final String FIELD = "rrule";
    private static final String PREFIX = "RRULE:";
    private static final Pattern NUMBERED_DAY = Pattern.compile("([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final int MOST_WEEKS = 53;

    private final Map<Part, String> parts;

    private RuleText(Map<Part, String> parts) {
        this.parts = parts;
    }

    static ScheduleException refused(String sentence) {
        return new ScheduleException(FIELD, sentence);
    }

    static RuleText split(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (upper.contains("DTSTART")) {
            throw refused("put DTSTART into spec.startTime");
        }
        String rule = upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
        Map<Part, String> parts = new EnumMap<>(Part.class);
        for (String item : rule.split(";", -1)) {
            String[] sides = item.split("=", 2);
            if (sides.length < 2 || sides[1].isEmpty()) {
                throw refused("\"" + item + "\" is no part of a rule; write NAME=value, as in FREQ=MONTHLY;BYDAY=-1FR");
            }
            Part part = Part.named(sides[0])
                    .orElseThrow(() -> refused("unknown part \"" + sides[0] + "\"; use " + Part.names()));
            if (parts.put(part, sides[1]) != null) {
                throw refused(part + ": is there twice; put all its values into one");
            }
        }
        return new RuleText(parts);
    }

    boolean has(Part part) {
        return parts.containsKey(part);
    }

    boolean hasAny(Part... some) {
        return Arrays.stream(some).anyMatch(this::has);
    }

    String text(Part part) {
        return parts.get(part);
    }

    Frequency frequency() {
        String name = parts.get(Part.FREQ);
        if (name == null) {
            throw refused("FREQ is missing; add one of " + names(Frequency.values()));
        }
        return named(Part.FREQ, Frequency.values(), "frequency", name);
    }

    Weekday weekStart() {
        return has(Part.WKST) ? named(Part.WKST, Weekday.values(), "weekday", parts.get(Part.WKST)) : Weekday.MO;
    }

    int number(Part part, int otherwise) {
        return has(part) ? part.number(parts.get(part)) : otherwise;
    }

    int[] numbers(Part part) {
        return items(part).stream().mapToInt(part::number).toArray();
    }

    /** Bit n for each number n of a part; {@code otherwise} without it. */
    long bits(Part part, long otherwise) {
        return has(part) ? Numbers.positiveBits(numbers(part)) : otherwise;
    }

    List<Weekdays.Numbered> weekdays() {
        List<Weekdays.Numbered> days = new ArrayList<>();
        for (String item : items(Part.BYDAY)) {
            Matcher matcher = NUMBERED_DAY.matcher(item);
            if (!matcher.matches()) {
                throw refused("BYDAY: \"" + item + "\" is no weekday; use " + names(Weekday.values())
                        + ", or with a number as in -1FR");
            }
            int number = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
            if (matcher.group(1) != null && (number == 0 || Math.abs(number) > MOST_WEEKS)) {
                throw refused("BYDAY: the number in " + item + " is " + number + ", must be 1-53 or -1 to -53");
            }
            days.add(new Weekdays.Numbered(number, Weekday.valueOf(matcher.group(2))));
        }
        return days;
    }

    private List<String> items(Part part) {
        return has(part) ? List.of(parts.get(part).split(",", -1)) : List.of();
    }

    private static <E extends Enum<E>> E named(Part part, E[] values, String kind, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused(part + ": \"" + name + "\" is no " + kind + "; use " + names(values)));
    }

    private static String names(Enum<?>[] values) {
        return String.join(", ", Arrays.stream(values).map(Enum::name).toList());
    }
}
