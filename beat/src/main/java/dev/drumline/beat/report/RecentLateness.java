// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.report;

import dev.drumline.broker.status.Lateness;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How late occurrences were fired over the last five minutes: a histogram for each minute, the oldest of them forgotten
 * when a new minute begins. So it covers between four and five minutes, and what was late long ago does not look like
 * news.
 */
final class RecentLateness {

    private static final int MINUTES = 5;
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Deque<Lateness> minutes = new ArrayDeque<>();
    private long beganNanos;

    RecentLateness(long nanos) {
        beganNanos = nanos;
        minutes.add(new Lateness());
    }

    void record(long latenessMicros, long nanos) {
        moveTo(nanos);
        minutes.getLast().record(latenessMicros);
    }

    Lateness at(long nanos) {
        moveTo(nanos);
        Lateness all = new Lateness();
        minutes.forEach(all::add);
        return all;
    }

    private void moveTo(long nanos) {
        while (nanos - beganNanos >= MINUTE_NANOS) {
            beganNanos += MINUTE_NANOS;
            minutes.add(new Lateness());
            if (minutes.size() > MINUTES) {
                minutes.removeFirst();
            }
        }
    }
}
