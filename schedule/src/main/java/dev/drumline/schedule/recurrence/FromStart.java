// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.calendar.LocalRule;

/** A rule from DTSTART on. */
record FromStart(LocalRule rule, long firstLocalSecond, int leastGapSeconds) implements LocalRule {

    @Override
    public long nextAtOrAfter(long localSecond) {
        return rule.nextAtOrAfter(Math.max(localSecond, firstLocalSecond));
    }

    @Override
    public long previousAtOrBefore(long localSecond) {
        long previous = localSecond < firstLocalSecond ? Schedule.NEVER_BEFORE : rule.previousAtOrBefore(localSecond);
        return previous < firstLocalSecond ? Schedule.NEVER_BEFORE : previous;
    }

    @Override
    public long count(long fromLocalSecond, long untilLocalSecond) {
        return rule.count(Math.max(fromLocalSecond, firstLocalSecond), untilLocalSecond);
    }

    @Override
    public boolean everyHour() {
        return rule.everyHour();
    }
}
