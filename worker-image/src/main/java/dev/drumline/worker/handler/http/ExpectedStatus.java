// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.handler.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which HTTP status codes are good: {@code 200}, or a text such as {@code "200-299,304"}. */
record ExpectedStatus(List<Range> ranges) {

    private static final Pattern RANGE = Pattern.compile("\\s*([1-5][0-9]{2})\\s*(?:-\\s*([1-5][0-9]{2})\\s*)?");

    static final ExpectedStatus DEFAULT = new ExpectedStatus(List.of(new Range(200, 399)));

    record Range(int first, int last) {

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }
    }

    @JsonCreator
    static ExpectedStatus of(JsonNode value) {
        List<Range> ranges = new ArrayList<>();
        for (String part : value.asText().split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                throw new IllegalArgumentException(
                        "expectedStatus is " + value + ", must be codes and ranges such as 200-299,304");
            }
            int first = Integer.parseInt(range.group(1));
            ranges.add(new Range(first, range.group(2) == null ? first : Integer.parseInt(range.group(2))));
        }
        return new ExpectedStatus(List.copyOf(ranges));
    }

    boolean includes(int status) {
        return ranges.stream().anyMatch(range -> range.first() <= status && status <= range.last());
    }

    @Override
    public String toString() {
        return String.join(",", ranges.stream().map(Range::toString).toList());
    }
}
