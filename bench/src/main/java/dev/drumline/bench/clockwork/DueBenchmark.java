// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.clockwork;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The time of one fire: it is found when time has come to it, and put in again. Time goes on by 1 ms a poll. Ours has
 * gone round once before, since firing scatters it; a heap stays as it is. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DueBenchmark {

    private static final int FIRES = 10_000;

    /** Goes on until so many more have fired; what a last tick fires above that counts for the next call. */
    abstract static class Beat {
        private Dues dues;
        private long now;
        private long fired;
        private long target;

        final void start(Dues empty, int entries, int rounds) {
            dues = empty;
            dues.fill(entries);
            dues.fireFor(rounds);
            now = Dues.BEGIN + (long) rounds * Dues.PERIOD_MILLIS;
        }

        final long fireOn() {
            target += FIRES;
            while (fired < target) {
                now++;
                fired += dues.fire(now);
            }
            return fired;
        }
    }

    @State(Scope.Thread)
    public static class Wheel extends Beat {
        @Param("1000")
        public int entries;

        @Setup
        public void fill() {
            start(new DuesInAWheel(), entries, 1);
        }
    }

    @State(Scope.Thread)
    public static class Queue extends Beat {
        @Param("1000")
        public int entries;

        @Setup
        public void fill() {
            start(new DuesInAQueue(), entries, 0);
        }
    }

    @Benchmark
    @OperationsPerInvocation(FIRES)
    public long ours(Wheel wheel) {
        return wheel.fireOn();
    }

    @Benchmark
    @OperationsPerInvocation(FIRES)
    public long priorityQueue(Queue queue) {
        return queue.fireOn();
    }
}
