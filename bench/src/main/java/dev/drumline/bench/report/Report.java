// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.report;

import java.util.List;
import java.util.Locale;

/** Figures of one run, as a table for people or as JSON for programs. */
public record Report(Machine machine, List<Figure> figures) {

    private static final String ROW = "%10s  %-8s %12s %9s %10s  %s%n";
    private static final String HEAD = "figure";
    private static final String NONE = "-";

    public String table() {
        int width = figures.stream()
                .mapToInt(figure -> title(figure).length())
                .max()
                .orElse(0);
        String row = "%-" + Math.max(width, HEAD.length()) + "s " + ROW;
        StringBuilder table = new StringBuilder(machine.toString()).append('\n').append('\n');
        table.append(row.formatted(HEAD, "ours", "unit", "peer", "ratio", "promise", "met"));
        for (Figure figure : figures) {
            table.append(row.formatted(
                    title(figure),
                    number(figure.ours()),
                    figure.unit(),
                    number(figure.peer()),
                    number(figure.ratio()),
                    figure.promise() == null ? NONE : "≤ " + number(figure.promise()),
                    figure.met() == null ? NONE : figure.met() ? "yes" : "NO"));
        }
        return table.toString();
    }

    private static String title(Figure figure) {
        return figure.peerName() == null ? figure.name() : figure.name() + ", beside " + figure.peerName();
    }

    /** Three digits that count. */
    private static String number(Double value) {
        if (value == null) {
            return NONE;
        }
        int decimals = Math.clamp(2 - (int) Math.floor(Math.log10(Math.max(value, 0.001))), 0, 3);
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
