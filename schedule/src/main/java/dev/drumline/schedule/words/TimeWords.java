// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import dev.drumline.schedule.words.Values.Run;
import java.util.List;
import java.util.Locale;

/** The times of day that minutes and hours make together. */
final class TimeWords {
    private static final int MOST_TIMES = 3;
    private static final int MOST_TIMES_OF_ONE_MINUTE = 6;
    private static final int FEWEST_STEPS = 4;
    private static final int FEWEST_ROUND_STEPS = 3;
    private static final int MOST_SPANS = 3;

    private TimeWords() {}

    static String of(Values minutes, Values hours) {
        if (minutes.all()) {
            return "Every minute" + within(hours, minutes);
        }
        if (areListed(minutes, hours)) {
            return clockTimes(minutes, hours);
        }
        if (hours.single() && minutes.step() > 0 && minutes.size() >= FEWEST_STEPS) {
            return every(minutes.step(), "minute") + within(hours, minutes);
        }
        if (minutes.comesRound() && (minutes.size() > 2 || hours.runsRound(0).size() == 1)) {
            return every(minutes.step(), "minute") + within(hours, minutes);
        }
        return minutes.single() ? onceAnHour(minutes.first(), minutes, hours) : general(minutes, hours);
    }

    static String clock(int hour, int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", hour, minute);
    }

    static String every(int number, String unit) {
        return number == 1 ? "Every " + unit : "Every " + number + " " + unit + "s";
    }

    /** Whether there are so few times that each is told. */
    static boolean areListed(Values minutes, Values hours) {
        return minutes.size() * hours.size() <= MOST_TIMES || (minutes.size() == 2 && hours.size() == 2);
    }

    private static String onceAnHour(int minute, Values minutes, Values hours) {
        if (hours.all()) {
            return minute == 0 ? "Every hour, on the hour" : "Every hour, at minute " + minute;
        }
        List<Run> runs = hours.runsRound(0);
        if (runs.size() == 1) {
            return every(1, "hour") + " " + span(runs.getFirst(), minute, minute);
        }
        if (hours.step() > 0 && hours.size() >= FEWEST_STEPS) {
            return every(hours.step(), "hour") + " " + span(new Run(hours.first(), hours.last(), 0), minute, minute);
        }
        return hours.size() <= MOST_TIMES_OF_ONE_MINUTE ? clockTimes(minutes, hours) : general(minutes, hours);
    }

    private static String general(Values minutes, Values hours) {
        return "At " + Numbers.of(minutes, "minute", "") + " of " + hourNumbers(hours);
    }

    private static String within(Values hours, Values minutes) {
        if (hours.all()) {
            return "";
        }
        List<Run> runs = hours.runsRound(0);
        if (isRound(hours) || runs.size() > MOST_SPANS) {
            return " of " + hourNumbers(hours);
        }
        return " "
                + Listing.and(runs.stream()
                        .map(run -> span(run, minutes.first(), minutes.last()))
                        .toList());
    }

    private static String span(Run hours, int firstMinute, int lastMinute) {
        return "from " + clock(hours.first(), firstMinute) + " to " + clock(hours.last(), lastMinute);
    }

    private static String hourNumbers(Values hours) {
        if (hours.all()) {
            return "every hour";
        }
        if (isRound(hours)) {
            return "every " + Ordinal.of(hours.step()) + " hour";
        }
        List<Run> runs = hours.runsRound(0);
        Run run = runs.getFirst();
        return runs.size() == 1 && run.size() > 1
                ? "every hour from " + run.first() + " to " + run.last()
                : Numbers.of(hours, "hour", "");
    }

    /** Whether the hours go round the clock at even distances, across midnight too. */
    static boolean isRound(Values hours) {
        return hours.comesRound() && hours.size() >= FEWEST_ROUND_STEPS;
    }

    private static String clockTimes(Values minutes, Values hours) {
        return "At "
                + Listing.and(hours.list().stream()
                        .flatMap(hour -> minutes.list().stream().map(minute -> clock(hour, minute)))
                        .toList());
    }
}
