// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import dev.drumline.schedule.calendar.Days;
import dev.drumline.schedule.words.Values.Run;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The days of a calendar rule. */
final class DayWords {
    private static final int MONDAY = 1;
    private static final int SHORTEST_RANGE = 3;
    private static final String OF_THE_MONTH = " of the month";

    private DayWords() {}

    /**
     * Such as {@code Monday to Friday} or {@code on day 1 of January}.
     *
     * @param everyDay what comes before the months when all of their days are meant; empty for nothing
     */
    static String of(Days days, String everyDay) {
        Values months = Values.months(days.months());
        Values daysOfMonth = Values.daysOfMonth(days.daysOfMonth());
        Values daysOfWeek = Values.daysOfWeek(days.daysOfWeek());
        if (days.either() ? daysOfMonth.all() || daysOfWeek.all() : daysOfMonth.all() && daysOfWeek.all()) {
            return (everyDay + " " + inMonths(months)).strip();
        }
        if (daysOfMonth.all()) {
            return comma(onWeekdays(daysOfWeek), inMonths(months));
        }
        if (daysOfWeek.all()) {
            return "on " + Numbers.of(daysOfMonth, "day", ofMonths(months));
        }
        String daysOfTheMonth = "on " + Numbers.of(daysOfMonth, "day", OF_THE_MONTH);
        return comma(
                days.either()
                        ? daysOfTheMonth + " or on " + Listing.or(weekdays(daysOfWeek))
                        : daysOfTheMonth + " when it is " + oneOf(daysOfWeek),
                inMonths(months));
    }

    static String onWeekdays(Values daysOfWeek) {
        List<String> names = weekdays(daysOfWeek);
        return isOneRange(daysOfWeek) ? names.getFirst() : "on " + Listing.and(names);
    }

    static String oneOf(Values daysOfWeek) {
        return (isOneRange(daysOfWeek) ? "" : "a ") + Listing.or(weekdays(daysOfWeek));
    }

    private static boolean isOneRange(Values daysOfWeek) {
        return weekdays(daysOfWeek).size() == 1 && !daysOfWeek.single();
    }

    static List<String> weekdays(Values daysOfWeek) {
        return daysOfWeek.runsRound(MONDAY).stream()
                .flatMap(run -> run.size() >= SHORTEST_RANGE
                        ? Stream.of(weekday(run.first()) + " to " + weekday(run.last()))
                        : IntStream.range(run.first(), run.first() + run.size()).mapToObj(DayWords::weekday))
                .toList();
    }

    /** @param number 0 and 7 are Sunday */
    static String weekday(int number) {
        return DayOfWeek.of(number == 0 ? 7 : number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String inMonths(Values months) {
        if (months.all()) {
            return "";
        }
        return isRange(months) ? range(months) : "in " + Listing.and(names(months));
    }

    static String ofMonths(Values months) {
        if (months.all()) {
            return OF_THE_MONTH;
        }
        return isRange(months) ? " of each month " + range(months) : " of " + Listing.and(names(months));
    }

    private static boolean isRange(Values months) {
        return months.size() >= SHORTEST_RANGE && months.runsRound(1).size() == 1;
    }

    private static String range(Values months) {
        Run run = months.runsRound(1).getFirst();
        return "from " + month(run.first()) + " to " + month(run.last());
    }

    private static List<String> names(Values months) {
        return months.list().stream().map(DayWords::month).toList();
    }

    private static String month(int number) {
        return Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String comma(String first, String second) {
        return second.isEmpty() ? first : first + ", " + second;
    }
}
