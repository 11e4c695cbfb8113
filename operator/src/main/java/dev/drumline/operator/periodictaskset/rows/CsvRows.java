// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** Rows of a comma-separated text whose first line names the columns; every value is a text. Blank lines are skipped. */
final class CsvRows implements Iterator<SourceRow> {
    private final CsvRecords records;
    private Optional<SourceRow> badHeader;
    private List<String> columns = List.of();

    CsvRows(String text) {
        records = new CsvRecords(text);
        badHeader = readHeader();
    }

    @Override
    public boolean hasNext() {
        return badHeader.isPresent() || (!columns.isEmpty() && records.hasNext());
    }

    @Override
    public SourceRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (badHeader.isPresent()) {
            SourceRow row = badHeader.get();
            badHeader = Optional.empty();
            return row;
        }
        return row(records.next());
    }

    /** Without a good header nothing that follows can be read. */
    private Optional<SourceRow> readHeader() {
        if (!records.hasNext()) {
            return Optional.empty();
        }
        CsvRecords.Record header = records.next();
        Optional<String> fault = header.fault().or(() -> fault(header.values()));
        if (fault.isEmpty()) {
            columns = header.values();
        }
        return fault.map(why -> SourceRow.unreadable(header.line(), "the header " + why));
    }

    private static Optional<String> fault(List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (column.isBlank()) {
                return Optional.of("has a column without a name");
            }
            if (!seen.add(column)) {
                return Optional.of("has the column \"" + column + "\" twice");
            }
        }
        return seen.contains(RowKeys.FIELD) ? Optional.empty() : Optional.of("has no column \"" + RowKeys.FIELD + '"');
    }

    private SourceRow row(CsvRecords.Record record) {
        if (record.fault().isPresent()) {
            return SourceRow.unreadable(record.line(), record.fault().get());
        }
        List<String> values = record.values();
        if (values.size() != columns.size()) {
            return SourceRow.unreadable(
                    record.line(), "has " + values.size() + " values, the header has " + columns.size());
        }
        ObjectNode fields = Json.object();
        for (int i = 0; i < values.size(); i++) {
            fields.put(columns.get(i), values.get(i));
        }
        return SourceRow.of(record.line(), fields);
    }
}
