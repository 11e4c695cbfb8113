// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.clockwork;

import dev.drumline.bench.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is measured of the clockwork, and what it promises. */
final class ClockworkFigures {

    private static final String CRON_UTILS = "cron-utils";
    private static final String QUEUE = "PriorityQueue";

    private static final double TYPICAL_MICROS = 1;
    private static final double WORST_MICROS = 20;
    private static final double BYTES = 24;

    private static final List<String> TYPICAL = List.of(
            "cron */5 * * * * UTC",
            "cron */5 * * * * Europe/Berlin",
            "cron 0 9 * * mon-fri UTC",
            "cron 0 9 * * mon-fri Europe/Berlin");

    /** Once in four years, and once in eight over 2100. */
    private static final String RARE = "cron 0 0 29 2 * Europe/Berlin";

    /** Once in 28 years: crontab wants both days to match. The peer can't say this. */
    private static final String RAREST = "crontab 0 0 29 2 mon Europe/Berlin";

    /** By entries. */
    private static final Map<Integer, Double> NANOS_A_FIRE = Map.of(150_000, 50.0, 15_000_000, 150.0);

    private ClockworkFigures() {}

    static List<Figure> measure(Measurement measurement, List<Integer> sizes) {
        List<Figure> figures = new ArrayList<>();
        TYPICAL.forEach(rule -> figures.add(cron(measurement, rule, TYPICAL_MICROS)));
        figures.add(cron(measurement, RARE, WORST_MICROS));
        figures.add(new Figure("next of " + RAREST, "µs", ours(measurement, RAREST), null, null, WORST_MICROS));
        sizes.forEach(entries -> figures.add(fire(measurement, entries)));
        sizes.forEach(entries -> figures.add(bytes(measurement, entries)));
        return figures;
    }

    private static Figure cron(Measurement measurement, String rule, double promise) {
        return new Figure(
                "next of " + rule,
                "µs",
                ours(measurement, rule),
                measurement.median(CronNextBenchmark.class, "cronUtils", "rule", rule),
                CRON_UTILS,
                promise);
    }

    private static double ours(Measurement measurement, String rule) {
        return measurement.median(CronNextBenchmark.class, "ours", "rule", rule);
    }

    private static Figure fire(Measurement measurement, int entries) {
        String size = String.valueOf(entries);
        return new Figure(
                "a fire among %,d entries".formatted(entries),
                "ns",
                measurement.median(DueBenchmark.class, "ours", "entries", size),
                measurement.median(DueBenchmark.class, "priorityQueue", "entries", size),
                QUEUE,
                NANOS_A_FIRE.get(entries));
    }

    private static Figure bytes(Measurement measurement, int entries) {
        return new Figure(
                "memory of one of %,d entries".formatted(entries),
                "bytes",
                measurement.bytesPerEntry("ours", entries),
                measurement.bytesPerEntry("priorityQueue", entries),
                QUEUE,
                BYTES);
    }
}
