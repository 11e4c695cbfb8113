// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The times of day of a recurrence rule in words; what it leaves open is that of its start. */
final class RruleTimes {
    private static final int MOST_TIMES = 6;

    private final RruleParts parts;
    private final Values hours;
    private final Values minutes;
    private final Values seconds;

    RruleTimes(RruleParts parts, LocalDateTime start) {
        this.parts = parts;
        this.hours = Values.hours(parts.bits("BYHOUR", start.getHour()));
        this.minutes = Values.minutes(parts.bits("BYMINUTE", start.getMinute()));
        this.seconds = Values.minutes(parts.bits("BYSECOND", start.getSecond()));
    }

    /** Such as {@code at 09:00}, or {@code in hour 9} of a rule that counts in hours or less. */
    List<String> phrases() {
        return switch (parts.text("FREQ")) {
            case "HOURLY" -> phrases(within("BYHOUR", hours, "hour"), atMinutes());
            case "MINUTELY" ->
                phrases(within("BYHOUR", hours, "hour"), within("BYMINUTE", minutes, "minute"), atSeconds());
            case "SECONDLY" ->
                phrases(
                        within("BYHOUR", hours, "hour"),
                        within("BYMINUTE", minutes, "minute"),
                        within("BYSECOND", seconds, "second"));
            default -> phrases(ofDay());
        };
    }

    private String ofDay() {
        if (isOnTheMinute()) {
            return ExceptWords.lower(TimeWords.of(minutes, hours));
        }
        return minutes.size() * hours.size() * seconds.size() <= MOST_TIMES
                ? "at " + Listing.and(clockTimes())
                : ExceptWords.lower(TimeWords.of(minutes, hours)) + ", " + atSeconds();
    }

    private List<String> clockTimes() {
        return hours.list().stream()
                .flatMap(hour -> minutes.list().stream().flatMap(minute -> seconds.list().stream()
                        .map(second -> TimeWords.clock(hour, minute) + String.format(Locale.ROOT, ":%02d", second))))
                .toList();
    }

    private String atMinutes() {
        if (minutes.single() && minutes.first() == 0 && isOnTheMinute()) {
            return "on the hour";
        }
        String second = atSeconds();
        return "at " + Numbers.of(minutes, "minute", "") + (second.isEmpty() ? "" : ", " + second);
    }

    private String atSeconds() {
        return isOnTheMinute() ? "" : "at " + Numbers.of(seconds, "second", "");
    }

    private boolean isOnTheMinute() {
        return seconds.single() && seconds.first() == 0;
    }

    private String within(String part, Values values, String unit) {
        return parts.has(part) && !values.all() ? "in " + Numbers.of(values, unit, "") : "";
    }

    private static List<String> phrases(String... some) {
        return new ArrayList<>(
                Stream.of(some).filter(phrase -> !phrase.isEmpty()).toList());
    }
}
