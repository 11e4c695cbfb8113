// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import dev.drumline.schedule.calendar.LocalCalendar;

/**
 * A cron or crontab rule in words. They follow from the values that it names, not from how they were written, so rules of the same
 * meaning have the same words, and what has the same words means the same.
 */
final class CalendarWords {
    private CalendarWords() {}

    static String of(LocalCalendar calendar) {
        Values hours = Values.hours(calendar.times().hours());
        Values minutes = Values.minutes(calendar.times().minutes());
        String times = TimeWords.of(minutes, hours);
        boolean goesOn = hours.all() || (TimeWords.isRound(hours) && !TimeWords.areListed(minutes, hours));
        String days = DayWords.of(calendar.days(), goesOn ? "" : "every day");
        return days.isEmpty() ? times : times + ", " + days;
    }
}
