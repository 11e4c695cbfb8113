// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.clockwork;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The heap that a due structure takes up, after it grew to its size; ours after every entry fired twice, since firing scatters
 * it. The small ones are made several times over, so that what else is in the heap is as nothing beside them.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class FootprintBenchmark {

    static final String BYTES = "bytesPerEntry";

    private static final int ENOUGH_ENTRIES = 3_000_000;

    @State(Scope.Thread)
    public static class Size {
        @Param("1000")
        public int entries;
    }

    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Bytes {
        public double bytesPerEntry;
    }

    @Benchmark
    public List<?> ours(Size size, Bytes bytes) {
        return measure(size.entries, bytes, DuesInAWheel::new, 2);
    }

    @Benchmark
    public List<?> priorityQueue(Size size, Bytes bytes) {
        return measure(size.entries, bytes, DuesInAQueue::new, 0);
    }

    private static List<Dues> measure(int entries, Bytes bytes, Supplier<Dues> empty, int rounds) {
        int copies = Math.ceilDiv(ENOUGH_ENTRIES, entries);
        List<Dues> kept = new ArrayList<>(copies);
        long before = usedBytes();
        for (int copy = 0; copy < copies; copy++) {
            Dues dues = empty.get();
            dues.fill(entries);
            dues.fireFor(rounds);
            kept.add(dues);
        }
        bytes.bytesPerEntry = (double) (usedBytes() - before) / copies / entries;
        return kept;
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
