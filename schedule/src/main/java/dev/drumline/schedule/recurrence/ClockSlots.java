// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import dev.drumline.schedule.Schedule;

/**
 * Every n-th hour, minute or second that lies on a day and at a time that match.
 *
 * <p>Worked, {@code FREQ=MINUTELY;INTERVAL=45;BYHOUR=9} from midnight: after 09:45 the next slot in step is 10:30, not in hour 9; the
 * next time that matches is 09:00 of the day after; in step from there on is 09:00, as 45 minutes go 32 times into a day. So the
 * search leaps from what is in step to what matches and back until the two are the same.
 *
 * @param times a slot matches by its begin
 * @param seconds 1, 60 or 3600
 * @param step seconds from slot to slot, a multiple of {@code seconds}
 * @param anchor the local second that one slot begins at
 */
record ClockSlots(DayFilter days, ClockTimes times, int seconds, long step, long anchor) implements Slots {
    // A step and a clock are in step again after 86,400 slots at most, a step and a week after seven times that: more
    // leaps lead nowhere.
    private static final int MOST_LEAPS = 2_000_000;

    @Override
    public long nextAtOrAfter(long localSecond) {
        return firstIn(localSecond, Schedule.NEVER);
    }

    @Override
    public long previousAtOrBefore(long localSecond) {
        long slot = inStepAtOrBefore(localSecond);
        for (int i = 0; i < MOST_LEAPS && slot >= anchor; i++) {
            long matching = matchingAtOrBefore(slot);
            if (matching == slot) {
                return slot;
            }
            slot = matching == Schedule.NEVER_BEFORE ? Schedule.NEVER_BEFORE : inStepAtOrBefore(matching);
        }
        return Schedule.NEVER_BEFORE;
    }

    @Override
    public long count(long fromLocalSecond, long untilLocalSecond) {
        if (days.isEveryDay() && times.isAnyTime()) {
            return inStep(fromLocalSecond, untilLocalSecond);
        }
        long firstWhole = Math.ceilDiv(fromLocalSecond, (long) Frequency.DAY);
        long lastWhole = Math.floorDiv(untilLocalSecond, (long) Frequency.DAY);
        if (firstWhole >= lastWhole) {
            return matching(fromLocalSecond, untilLocalSecond);
        }
        return matching(fromLocalSecond, firstWhole * Frequency.DAY)
                + onWholeDays(firstWhole, lastWhole)
                + matching(lastWhole * Frequency.DAY, untilLocalSecond);
    }

    private long onWholeDays(long fromDay, long untilDay) {
        if (times.isAnyTime()) {
            return days.between(fromDay, untilDay)
                    .map(day -> inStep(day * Frequency.DAY, (day + 1) * Frequency.DAY))
                    .sum();
        }
        if (Frequency.DAY % step == 0) {
            long first = days.nextAtOrAfter(fromDay);
            return first >= untilDay
                    ? 0
                    : matching(first * Frequency.DAY, (first + 1) * Frequency.DAY) * days.count(first, untilDay);
        }
        return matching(fromDay * Frequency.DAY, untilDay * Frequency.DAY);
    }

    private long matching(long from, long until) {
        long count = 0;
        for (long slot = firstIn(from, until); slot != Schedule.NEVER; slot = firstIn(slot + 1, until)) {
            count++;
        }
        return count;
    }

    /** The first slot that begins at or after a local second and before another; {@link Schedule#NEVER} when there is none. */
    private long firstIn(long from, long until) {
        long slot = inStepAtOrAfter(from);
        for (int i = 0; i < MOST_LEAPS && slot < until; i++) {
            long matching = matchingAtOrAfter(slot);
            if (matching == slot) {
                return slot;
            }
            if (matching == Schedule.NEVER) {
                return Schedule.NEVER;
            }
            slot = inStepAtOrAfter(matching);
        }
        return Schedule.NEVER;
    }

    private long inStep(long from, long until) {
        return Math.max(0, Math.floorDiv(until - 1 - anchor, step) - Math.floorDiv(from - 1 - anchor, step));
    }

    private long inStepAtOrAfter(long localSecond) {
        return localSecond + Math.floorMod(anchor - localSecond, step);
    }

    private long inStepAtOrBefore(long localSecond) {
        return localSecond - Math.floorMod(localSecond - anchor, step);
    }

    private long matchingAtOrAfter(long localSecond) {
        long day = Math.floorDiv(localSecond, (long) Frequency.DAY);
        long matchingDay = days.nextAtOrAfter(day);
        int before = matchingDay == day ? times.countBefore(Math.floorMod(localSecond, Frequency.DAY)) : 0;
        if (before == times.size()) {
            matchingDay = days.nextAtOrAfter(day + 1);
            before = 0;
        }
        return matchingDay == Schedule.NEVER ? Schedule.NEVER : matchingDay * Frequency.DAY + times.at(before);
    }

    private long matchingAtOrBefore(long localSecond) {
        long day = Math.floorDiv(localSecond, (long) Frequency.DAY);
        long matchingDay = days.previousAtOrBefore(day);
        int through =
                matchingDay == day ? times.countBefore(Math.floorMod(localSecond, Frequency.DAY) + 1) : times.size();
        if (through == 0) {
            matchingDay = days.previousAtOrBefore(day - 1);
            through = times.size();
        }
        return matchingDay == Schedule.NEVER_BEFORE
                ? Schedule.NEVER_BEFORE
                : matchingDay * Frequency.DAY + times.at(through - 1);
    }
}
