// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.clockwork;

import dev.drumline.schedule.wheel.TimingWheel;

/** Ours. */
final class DuesInAWheel extends Dues implements TimingWheel.Handler {

    private final TimingWheel wheel = new TimingWheel(BEGIN, 64);
    private long fired;

    @Override
    void insert(int entry, long dueMillis) {
        wheel.insert(entry, dueMillis);
    }

    @Override
    long fire(long nowMillis) {
        fired = 0;
        wheel.poll(nowMillis, Integer.MAX_VALUE, this);
        return fired;
    }

    @Override
    public void due(int entry, long dueMillis) {
        fired++;
        wheel.insert(entry, dueMillis + PERIOD_MILLIS);
    }
}
