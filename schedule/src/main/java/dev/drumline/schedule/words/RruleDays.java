// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The days of a recurrence rule in words; what it leaves open is that of its start. */
final class RruleDays {
    private static final String OF_THE_YEAR = " of the year";

    private final RruleParts parts;
    private final LocalDateTime start;
    private final String frequency;

    RruleDays(RruleParts parts, LocalDateTime start) {
        this.parts = parts;
        this.start = start;
        this.frequency = parts.text("FREQ");
    }

    /** Such as {@code on the last Friday}; empty for any day. */
    List<String> phrases() {
        List<String> conditions = Stream.of(monthDays(), yearDays(), easterDays())
                .flatMap(List::stream)
                .toList();
        List<String> phrases = new ArrayList<>();
        if (!conditions.isEmpty()) {
            String more = weekdays().isEmpty() ? "" : " when it is " + Listing.or(oneOfTheWeekdays());
            phrases.add("on " + String.join(" when it is ", conditions) + more);
        } else if (!weekdays().isEmpty()) {
            phrases.add(onWeekdays());
        } else if (parts.has("BYDAY") && countsInMonths()) {
            phrases.add("on each day");
        }
        if (parts.has("BYMONTH") && !namesMonths()) {
            phrases.add(DayWords.inMonths(months()));
        }
        if (parts.has("BYWEEKNO")) {
            phrases.add("in " + counted(parts.numbers("BYWEEKNO"), "week", OF_THE_YEAR));
        }
        phrases.removeIf(String::isEmpty);
        return phrases;
    }

    /** Whether one of its periods has each weekday more than once. */
    private boolean countsInMonths() {
        return frequency.equals("MONTHLY") || frequency.equals("YEARLY");
    }

    private List<String> monthDays() {
        if (parts.has("BYMONTHDAY")) {
            return List.of(counted(parts.numbers("BYMONTHDAY"), "day", ofMonths()));
        }
        boolean fromStart =
                switch (frequency) {
                    case "MONTHLY" -> !parts.has("BYDAY");
                    case "YEARLY" -> !parts.has("BYDAY", "BYYEARDAY", "BYEASTER", "BYWEEKNO");
                    default -> false;
                };
        return fromStart ? List.of("day " + start.getDayOfMonth() + ofMonths()) : List.of();
    }

    private List<String> yearDays() {
        return parts.has("BYYEARDAY") ? List.of(counted(parts.numbers("BYYEARDAY"), "day", OF_THE_YEAR)) : List.of();
    }

    private List<String> easterDays() {
        return parts.has("BYEASTER")
                ? List.of(Listing.and(parts.numbers("BYEASTER").stream()
                        .map(RruleDays::easter)
                        .toList()))
                : List.of();
    }

    private static String easter(int days) {
        return days == 0
                ? "Easter Sunday"
                : "the " + Ordinal.of(Math.abs(days)) + " day " + (days < 0 ? "before" : "after") + " Easter Sunday";
    }

    /** Those of BYDAY; of a rule whose weekday is left open, that of the start. */
    private List<RruleParts.NumberedDay> weekdays() {
        boolean fromStart = frequency.equals("WEEKLY")
                || (frequency.equals("YEARLY")
                        && parts.has("BYWEEKNO")
                        && !parts.has("BYMONTHDAY", "BYYEARDAY", "BYEASTER"));
        if (fromStart && !parts.has("BYDAY")) {
            return List.of(new RruleParts.NumberedDay(0, start.getDayOfWeek().getValue() % 7));
        }
        boolean anyDay = plainWeekdays(parts.weekdays()).all();
        return anyDay ? List.of() : parts.weekdays();
    }

    private String onWeekdays() {
        List<String> phrases = new ArrayList<>();
        Values plain = plainWeekdays(weekdays());
        if (plain.bits() != 0) {
            phrases.add(
                    countsInMonths() ? "on each " + Listing.and(DayWords.weekdays(plain)) : DayWords.onWeekdays(plain));
        }
        List<String> numbered = numberedWeekdays();
        if (!numbered.isEmpty()) {
            phrases.add("on " + Listing.and(numbered) + ofPeriod());
        }
        return Listing.and(phrases);
    }

    private List<String> oneOfTheWeekdays() {
        Values plain = plainWeekdays(weekdays());
        Stream<String> some = plain.bits() == 0 ? Stream.empty() : Stream.of(DayWords.oneOf(plain));
        return Stream.concat(
                        some,
                        numberedWeekdays().stream()
                                .map(day -> day
                                        + (frequency.equals("YEARLY") && !parts.has("BYMONTH")
                                                ? OF_THE_YEAR
                                                : " of the month")))
                .toList();
    }

    private static Values plainWeekdays(List<RruleParts.NumberedDay> weekdays) {
        return Values.daysOfWeek(weekdays.stream()
                .filter(day -> day.number() == 0)
                .mapToLong(day -> 1L << day.weekday())
                .reduce(0, (a, b) -> a | b));
    }

    private List<String> numberedWeekdays() {
        return weekdays().stream()
                .filter(day -> day.number() != 0)
                .map(day -> "the " + Ordinal.fromEitherEnd(day.number()) + " " + DayWords.weekday(day.weekday()))
                .toList();
    }

    private String ofPeriod() {
        return frequency.equals("YEARLY") && !parts.has("BYMONTH") ? OF_THE_YEAR : ofMonths();
    }

    private String ofMonths() {
        if (!parts.has("BYMONTH")) {
            if (frequency.equals("MONTHLY")) {
                return "";
            }
            if (frequency.equals("YEARLY") && parts.has("BYMONTHDAY")) {
                return " of each month";
            }
        }
        return DayWords.ofMonths(months());
    }

    /** Whether a phrase of days says the months already. */
    private boolean namesMonths() {
        return !monthDays().isEmpty()
                || (!parts.has("BYYEARDAY", "BYEASTER")
                        && plainWeekdays(weekdays()).bits() == 0
                        && !numberedWeekdays().isEmpty());
    }

    private Values months() {
        boolean fromStart = frequency.equals("YEARLY") && !parts.has("BYMONTHDAY");
        if (parts.has("BYMONTH")) {
            return Values.months(parts.bits("BYMONTH", 0));
        }
        return Values.months(fromStart ? 1L << start.getMonthValue() : (1L << 13) - 2);
    }

    /** {@code days 1 and 15 of the month}, {@code the last day}, {@code day 1 and the 2nd last day}. */
    private static String counted(List<Integer> numbers, String unit, String of) {
        List<Integer> fromFirst = numbers.stream()
                .filter(number -> number > 0)
                .sorted()
                .distinct()
                .toList();
        Stream<String> first = fromFirst.isEmpty()
                ? Stream.empty()
                : Stream.of(unit + (fromFirst.size() == 1 ? " " : "s ") + Listing.and(Numbers.ranges(fromFirst)));
        Stream<String> last = numbers.stream()
                .filter(number -> number < 0)
                .sorted()
                .distinct()
                .map(number -> "the " + Ordinal.fromEitherEnd(number) + " " + unit);
        return Listing.and(Stream.concat(first, last).toList()) + of;
    }
}
