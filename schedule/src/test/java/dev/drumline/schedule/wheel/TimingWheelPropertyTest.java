// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The wheel against a sorted list, under inserts, cancels, time jumps, rewinds and handlers that insert and cancel. */
class TimingWheelPropertyTest {
    private static final int ENTRIES = 60;

    /** So far ahead it knows when an entry is due to the millisecond. */
    private static final int NEAR_MILLIS = 15 * 1_024;

    /** The reference: entry → due time, searched from end to end. */
    private final TreeMap<Integer, Long> model = new TreeMap<>();

    private Random random;
    private TimingWheel wheel;
    private long done;

    @Property(tries = 1000)
    void shouldEqualASortedList(
            @ForAll long seed,
            @ForAll @LongRange(min = 0, max = 1L << 48) long start,
            @ForAll @IntRange(min = 1, max = 48) int magnitude) {
        random = new Random(seed);
        wheel = new TimingWheel(start, 1);
        done = start;
        model.clear();
        for (int step = 0; step < 200; step++) {
            switch (random.nextInt(8)) {
                case 0 -> poll(done + distance(magnitude), random.nextInt(10));
                case 1 -> poll(done + distance(4), Integer.MAX_VALUE);
                case 2 -> cancel(random.nextInt(ENTRIES));
                case 3 -> rewind(random.nextInt(20) == 0 ? done - distance(magnitude) : done + 1);
                default -> insert(random.nextInt(ENTRIES), done + distance(magnitude) - distance(6));
            }
            assertBound();
        }
        poll(done + (2L << magnitude), Integer.MAX_VALUE);
        assertThat(wheel.size()).isEqualTo(model.size());
    }

    private void poll(long now, int limit) {
        List<Long> order = new ArrayList<>();
        long before = done;
        long through = wheel.poll(now, limit, (entry, due) -> {
            assertThat(model.remove(entry)).isEqualTo(due);
            assertThat(due).isLessThanOrEqualTo(Math.max(now, before));
            order.add(Math.max(due, before));
            if (random.nextInt(4) == 0) {
                insert(random.nextInt(ENTRIES), Math.max(due + random.nextInt(100), before + 1));
                cancel(random.nextInt(ENTRIES));
            }
        });
        assertThat(order).isSorted();
        assertThat(model.values()).allMatch(due -> due > through);
        assertThat(through == Math.max(now, before) || order.size() >= limit && through < now)
                .isTrue();
        done = through;
    }

    private void insert(int entry, long due) {
        wheel.insert(entry, due);
        model.put(entry, due);
    }

    private void cancel(int entry) {
        assertThat(wheel.cancel(entry)).isEqualTo(model.remove(entry) != null);
    }

    private void rewind(long to) {
        wheel.rewind(Math.max(0, to));
        done = Math.min(done, Math.max(0, to));
        assertThat(wheel.doneThroughMillis()).isEqualTo(done);
    }

    private void assertBound() {
        long first = model.values().stream().mapToLong(Long::longValue).min().orElse(TimingWheel.NONE);
        assertThat(wheel.nextDue()).isLessThanOrEqualTo(Math.max(first, done));
        assertThat(wheel.nextDue() == TimingWheel.NONE).isEqualTo(model.isEmpty());
        assertThat(wheel.nextDue()).isGreaterThanOrEqualTo(done);
        if (first - done <= NEAR_MILLIS) {
            assertThat(wheel.nextDue()).isEqualTo(Math.max(first, done));
        }
    }

    private long distance(int bits) {
        return random.nextLong() >>> 63 - random.nextInt(bits + 1) >>> 1;
    }
}
