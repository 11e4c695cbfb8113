// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import dev.drumline.bench.workload.Lateness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Lateness over time as an SVG: for each scheduler the median of each second as a line, the most of it as a thin one. */
final class LatenessPlot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final int RIGHT = 160;
    private static final int BOTTOM = 50;

    /** The axis is logarithmic, from 0.1 ms to 1,000 s. */
    private static final double LEAST_MS = 0.1;

    private static final int DECADES = 7;
    private static final List<String> LABELS =
            List.of("0.1 ms", "1 ms", "10 ms", "100 ms", "1 s", "10 s", "100 s", "1,000 s");
    private static final List<String> COLOURS = List.of("#0b6e4f", "#c84630", "#5b5f97");

    private final List<BeatsResult> results;
    private final int seconds;
    private final StringBuilder svg = new StringBuilder();

    private LatenessPlot(List<BeatsResult> results) {
        this.results = results;
        this.seconds = results.stream()
                .flatMap(result -> result.timeline().stream())
                .mapToInt(Lateness.Second::at)
                .max()
                .orElse(1);
    }

    static String of(BeatsReport report) {
        List<BeatsResult> results = new ArrayList<>(List.of(report.ours()));
        results.addAll(report.peers());
        return new LatenessPlot(results).draw();
    }

    private String draw() {
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        .formatted(WIDTH, HEIGHT));
        svg.append("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n".formatted(WIDTH, HEIGHT));
        text(LEFT, 22, "start", "#222222", title());
        axes();
        for (int i = 0; i < results.size(); i++) {
            String colour = COLOURS.get(i);
            line(results.get(i), Lateness.Second::p50Ms, colour, 2);
            line(results.get(i), Lateness.Second::maxMs, colour, 0.7);
            text(
                    WIDTH - RIGHT + 12,
                    TOP + 14 + 18 * i,
                    "start",
                    colour,
                    results.get(i).setup().scheduler());
        }
        text(WIDTH - RIGHT + 12, TOP + 14 + 18 * results.size(), "start", "#777777", "thick: median");
        text(WIDTH - RIGHT + 12, TOP + 32 + 18 * results.size(), "start", "#777777", "thin: latest");
        return svg.append("</svg>\n").toString();
    }

    private String title() {
        BeatsResult.Setup ours = results.getFirst().setup();
        return "How late: %,d schedules, each due every %s".formatted(ours.entries(), ours.period());
    }

    private void axes() {
        for (int decade = 0; decade <= DECADES; decade++) {
            double y = y(LEAST_MS * Math.pow(10, decade));
            svg.append("<path d=\"M%d %.1fH%d\" stroke=\"#dddddd\"/>%n".formatted(LEFT, y, WIDTH - RIGHT));
            text(LEFT - 8, y + 4, "end", "#222222", LABELS.get(decade));
        }
        for (int quarter = 0; quarter <= 4; quarter++) {
            int second = seconds * quarter / 4;
            text(x(second), HEIGHT - BOTTOM + 20, "middle", "#222222", second + " s");
        }
    }

    private void line(BeatsResult result, ToDoubleFunction<Lateness.Second> value, String colour, double width) {
        String points = result.timeline().stream()
                .filter(second -> second.messages() > 0)
                .map(second -> String.format(Locale.ROOT, "%.1f,%.1f", x(second.at()), y(value.applyAsDouble(second))))
                .collect(Collectors.joining(" "));
        svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>%n"
                .formatted(points, colour, width));
    }

    private void text(double x, double y, String anchor, String colour, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                colour,
                text));
    }

    private double x(int second) {
        return LEFT + (double) second / seconds * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double millis) {
        double decades = Math.log10(Math.max(millis, LEAST_MS) / LEAST_MS);
        return HEIGHT - BOTTOM - decades / DECADES * (HEIGHT - TOP - BOTTOM);
    }
}
