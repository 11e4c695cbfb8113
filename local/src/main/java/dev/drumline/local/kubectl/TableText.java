// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Table of the server as aligned text, three spaces between columns as kubectl has it. */
record TableText(JsonNode table, boolean wide, boolean withNamespace) {

    List<String> lines() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header());
        table.path("rows").forEach(row -> rows.add(cells(row)));
        return rows.size() == 1 ? List.of("No resources found") : aligned(rows);
    }

    private List<String> header() {
        List<String> names = new ArrayList<>();
        if (withNamespace) {
            names.add("NAMESPACE");
        }
        for (JsonNode column : table.path("columnDefinitions")) {
            if (shown(column)) {
                names.add(column.path("name").asText().toUpperCase(Locale.ROOT));
            }
        }
        return names;
    }

    private List<String> cells(JsonNode row) {
        List<String> cells = new ArrayList<>();
        if (withNamespace) {
            cells.add(row.at("/object/metadata/namespace").asText());
        }
        for (int i = 0; i < row.path("cells").size(); i++) {
            if (shown(table.path("columnDefinitions").path(i))) {
                JsonNode cell = row.path("cells").path(i);
                cells.add(cell.isNull() ? "<none>" : cell.asText());
            }
        }
        return cells;
    }

    private boolean shown(JsonNode column) {
        return wide || column.path("priority").asInt() == 0;
    }

    private static List<String> aligned(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 3);
        }
        return line.toString().stripTrailing();
    }
}
