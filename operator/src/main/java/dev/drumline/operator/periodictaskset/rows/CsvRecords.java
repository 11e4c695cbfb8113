// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.rows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The records of a comma-separated text, to the letter of RFC 4180, with LF or CRLF at the end of a line. The letter
 * matters: a stray quote is found where it stands, and does not swallow the lines behind it, unless it never ends.
 */
final class CsvRecords implements Iterator<CsvRecords.Record> {

    /**
     * @param line where it begins, from 1
     * @param fault why its values can't be told
     */
    record Record(int line, List<String> values, Optional<String> fault) {}

    private static final char QUOTE = '"';

    private final String text;
    private int at;
    private int line = 1;
    private Optional<String> fault = Optional.empty();

    CsvRecords(String text) {
        this.text = text;
        skipBlankLines();
    }

    @Override
    public boolean hasNext() {
        return at < text.length();
    }

    @Override
    public Record next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        fault = Optional.empty();
        int beginning = line;
        List<String> values = new ArrayList<>();
        values.add(value());
        while (fault.isEmpty() && at < text.length() && text.charAt(at) == ',') {
            at++;
            values.add(value());
        }
        if (fault.isPresent()) {
            at = endOfLine(at);
        }
        skipBlankLines();
        return new Record(beginning, values, fault);
    }

    private String value() {
        return at < text.length() && text.charAt(at) == QUOTE ? quoted() : plain();
    }

    private String plain() {
        int end = at;
        while (end < text.length() && text.charAt(end) != ',' && !isEndOfLine(end)) {
            if (text.charAt(end) == QUOTE) {
                fault = Optional.of("a value with a quote in it must be quoted as a whole, and the quote doubled");
            }
            end++;
        }
        String value = text.substring(at, end);
        at = end;
        return value;
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        int from = at + 1;
        while (true) {
            int quote = text.indexOf(QUOTE, from);
            value.append(text, from, quote < 0 ? text.length() : quote);
            if (quote < 0) {
                fault = Optional.of("a quoted value does not end, so nothing that follows can be read");
                at = text.length();
                return "";
            }
            from = quote + 1;
            if (from < text.length() && text.charAt(from) == QUOTE) {
                value.append(QUOTE);
                from++;
            } else {
                break;
            }
        }
        count(at, from);
        at = from;
        if (at < text.length() && text.charAt(at) != ',' && !isEndOfLine(at)) {
            fault = Optional.of("after the quote that ends a value only a comma or the end of the line may stand");
        }
        return value.toString();
    }

    private void count(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
    }

    private boolean isEndOfLine(int index) {
        return text.charAt(index) == '\n' || text.startsWith("\r\n", index);
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Also the end of the record's own line. */
    private void skipBlankLines() {
        while (at < text.length() && isEndOfLine(at)) {
            at = endOfLine(at) + 1;
            line++;
        }
    }
}
