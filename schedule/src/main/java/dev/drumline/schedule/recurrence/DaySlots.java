// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import dev.drumline.schedule.Schedule;

/** The days that match, in the periods that count. */
record DaySlots(DayFilter days, Cycle cycle) implements Slots {

    @Override
    public int seconds() {
        return Frequency.DAY;
    }

    @Override
    public long nextAtOrAfter(long localSecond) {
        long day = days.nextAtOrAfter(firstDayFrom(localSecond));
        while (day != Schedule.NEVER && !cycle.includes(day)) {
            day = days.nextAtOrAfter(cycle.firstDay(cycle.indexAtOrAfter(day)));
        }
        return day == Schedule.NEVER ? Schedule.NEVER : day * Frequency.DAY;
    }

    @Override
    public long previousAtOrBefore(long localSecond) {
        long day = days.previousAtOrBefore(Math.floorDiv(localSecond, (long) Frequency.DAY));
        while (day != Schedule.NEVER_BEFORE && !cycle.includes(day)) {
            day = days.previousAtOrBefore(cycle.firstDay(cycle.indexAtOrBefore(day) + 1) - 1);
        }
        return day == Schedule.NEVER_BEFORE ? Schedule.NEVER_BEFORE : day * Frequency.DAY;
    }

    @Override
    public long count(long fromLocalSecond, long untilLocalSecond) {
        long from = firstDayFrom(fromLocalSecond);
        long until = firstDayFrom(untilLocalSecond);
        return cycle.interval() == 1
                ? days.count(from, until)
                : days.between(from, until).filter(cycle::includes).count();
    }

    private static long firstDayFrom(long localSecond) {
        return Math.ceilDiv(localSecond, (long) Frequency.DAY);
    }
}
