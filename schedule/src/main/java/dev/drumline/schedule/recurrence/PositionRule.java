// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.calendar.LocalRule;

/**
 * BYSETPOS of weeks, months and years: some of the times on all days of a period.
 *
 * @param positions 1 for the first time of a period, -1 for the last
 */
record PositionRule(DayFilter days, Cycle cycle, ClockTimes times, int[] positions) implements LocalRule {

    @Override
    public long nextAtOrAfter(long localSecond) {
        long day = Math.floorDiv(localSecond, (long) Frequency.DAY);
        while (day != Schedule.NEVER) {
            long period = cycle.indexAtOrAfter(day);
            for (long chosen : chosen(period)) {
                if (chosen >= localSecond) {
                    return chosen;
                }
            }
            day = days.nextAtOrAfter(cycle.firstDay(period + 1));
        }
        return Schedule.NEVER;
    }

    @Override
    public long previousAtOrBefore(long localSecond) {
        long day = Math.floorDiv(localSecond, (long) Frequency.DAY);
        while (day != Schedule.NEVER_BEFORE) {
            long period = cycle.indexAtOrBefore(day);
            long[] chosen = chosen(period);
            for (int i = chosen.length - 1; i >= 0; i--) {
                if (chosen[i] <= localSecond) {
                    return chosen[i];
                }
            }
            day = days.previousAtOrBefore(cycle.firstDay(period) - 1);
        }
        return Schedule.NEVER_BEFORE;
    }

    @Override
    public long count(long fromLocalSecond, long untilLocalSecond) {
        long count = 0;
        long day = Math.floorDiv(fromLocalSecond, (long) Frequency.DAY);
        while (day != Schedule.NEVER && day * Frequency.DAY < untilLocalSecond) {
            long period = cycle.indexAtOrAfter(day);
            for (long chosen : chosen(period)) {
                count += chosen >= fromLocalSecond && chosen < untilLocalSecond ? 1 : 0;
            }
            day = days.nextAtOrAfter(cycle.firstDay(period + 1));
        }
        return count;
    }

    @Override
    public boolean everyHour() {
        return times.hours() == ClockTimes.ALL_HOURS;
    }

    private long[] chosen(long period) {
        long[] matching =
                days.between(cycle.firstDay(period), cycle.firstDay(period + 1)).toArray();
        return ChosenTimes.indices(positions, matching.length * times.size())
                .mapToLong(index -> matching[index / times.size()] * Frequency.DAY + times.at(index % times.size()))
                .toArray();
    }
}
