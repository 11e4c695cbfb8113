// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/** A calendar rule on the clock on the wall, which knows nothing of zones: local seconds count from 1970-01-01T00:00 local time. */
record LocalCalendar(Days days, TimesOfDay times) {

    /** The first matching local time at or after one; {@link Schedule#NEVER} past the year 9999. */
    long nextAtOrAfter(long localSeconds) {
        long minute = Math.ceilDiv(localSeconds, 60L);
        long today = Math.floorDiv(minute, (long) TimesOfDay.MINUTES_A_DAY);
        int minuteOfDay = Math.floorMod(minute, TimesOfDay.MINUTES_A_DAY);
        long day = days.nextAtOrAfter(today);
        int time = day == today ? times.nextAtOrAfter(minuteOfDay) : times.first();
        if (time < 0) {
            day = days.nextAtOrAfter(today + 1);
            time = times.first();
        }
        return day == Schedule.NEVER ? Schedule.NEVER : (day * TimesOfDay.MINUTES_A_DAY + time) * 60;
    }
}
