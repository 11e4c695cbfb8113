// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import java.util.List;

/** The occurrences of several schedules; an instant that two of them yield is one occurrence. */
public record United(List<Schedule> schedules) implements Schedule {

    public United {
        schedules = List.copyOf(schedules);
    }

    @Override
    public long nextMillis(long afterMillis) {
        long first = NEVER;
        for (Schedule schedule : schedules) {
            first = Math.min(first, schedule.nextMillis(afterMillis));
        }
        return first;
    }

    @Override
    public long previousMillis(long beforeMillis) {
        long last = NEVER_BEFORE;
        for (Schedule schedule : schedules) {
            last = Math.max(last, schedule.previousMillis(beforeMillis));
        }
        return last;
    }
}
