// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.rows;

import dev.drumline.broker.message.Json;
import dev.drumline.crds.periodictaskset.Row;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rows that stand together, to be read once.
 *
 * @param name the ConfigMap's key; empty when there is no other with rows
 */
public record RowFile(String name, Iterator<SourceRow> rows) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The rows that are written in the set itself; their lines count from 0. */
    public static RowFile of(List<Row> items) {
        return new RowFile(
                "",
                IntStream.range(0, items.size())
                        .mapToObj(i -> SourceRow.of(
                                i,
                                Json.object()
                                        .put(RowKeys.FIELD, items.get(i).key())
                                        .setAll(items.get(i).fields())))
                        .iterator());
    }

    /** All files of a ConfigMap in the order of their keys. */
    public static List<RowFile> of(ConfigMap map) {
        Map<String, RowFile> files = new TreeMap<>();
        filesOf(map.getData()).forEach((name, text) -> files.put(name, new RowFile(name, rows(name, text))));
        filesOf(map.getBinaryData()).forEach((name, _) -> files.put(name, unreadable(name, "is no UTF-8 text")));
        return switch (files.size()) {
            case 0 -> List.of(unreadable("", "has no key that ends in .jsonl or .csv"));
            case 1 -> List.of(new RowFile("", files.values().iterator().next().rows()));
            default -> new ArrayList<>(files.values());
        };
    }

    private static Map<String, String> filesOf(Map<String, String> data) {
        Map<String, String> files = data == null ? new TreeMap<>() : new TreeMap<>(data);
        files.keySet().removeIf(name -> !isJsonLines(name) && !name.endsWith(".csv"));
        return files;
    }

    private static boolean isJsonLines(String name) {
        return name.endsWith(".jsonl");
    }

    private static Iterator<SourceRow> rows(String name, String text) {
        String rows = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        return isJsonLines(name) ? new JsonLines(rows) : new CsvRows(rows);
    }

    private static RowFile unreadable(String name, String fault) {
        return new RowFile(name, List.of(SourceRow.unreadable(0, fault)).iterator());
    }
}
