// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.rows;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Rows of a text that has a JSON object on each line (jsonlines.org); blank lines are skipped. */
final class JsonLines implements Iterator<SourceRow> {
    private final String text;
    private int at;
    private int line;
    private String next;

    JsonLines(String text) {
        this.text = text;
        findNext();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public SourceRow next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        SourceRow row = read(line, next);
        findNext();
        return row;
    }

    private void findNext() {
        next = null;
        while (next == null && at < text.length()) {
            int end = text.indexOf('\n', at);
            String found = text.substring(at, end < 0 ? text.length() : end);
            at += found.length() + 1;
            line++;
            next = found.isBlank() ? null : found;
        }
    }

    private static SourceRow read(int line, String text) {
        try {
            JsonNode row = Json.MAPPER.readTree(text);
            return row instanceof ObjectNode fields
                    ? SourceRow.of(line, fields)
                    : SourceRow.unreadable(line, "must be a JSON object");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String column = place == null ? "" : " at column " + place.getColumnNr();
            return SourceRow.unreadable(line, "must be a JSON object" + column + ": " + e.getOriginalMessage());
        }
    }
}
