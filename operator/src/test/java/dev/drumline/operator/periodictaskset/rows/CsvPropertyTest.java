// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvPropertyTest {
    @Property
    void shouldReadBackWhatWasWritten(@ForAll("records") List<List<String>> records, @ForAll boolean windows) {
        String text = records.stream().map(CsvPropertyTest::line).collect(Collectors.joining(windows ? "\r\n" : "\n"));

        assertThat(read(text)).extracting(CsvRecords.Record::values).containsExactlyElementsOf(records);
        assertThat(read(text)).extracting(CsvRecords.Record::fault).containsOnly(Optional.empty());
    }

    @Property
    void shouldLetNoLineHarmAnotherUnlessItOpensAQuote(@ForAll("lines") List<String> garbage) {
        // Given
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < garbage.size(); i++) {
            lines.add("good,\"" + i + "\"");
            lines.add(garbage.get(i));
        }
        // Then
        List<CsvRecords.Record> records = read(String.join("\n", lines));
        for (int i = 0; i < garbage.size(); i++) {
            assertThat(records)
                    .contains(new CsvRecords.Record(2 * i + 1, List.of("good", Integer.toString(i)), Optional.empty()));
        }
    }

    @Property
    void shouldEndWhateverItReads(@ForAll String text) {
        List<CsvRecords.Record> records = read(text);
        assertThat(records).hasSizeLessThanOrEqualTo(text.length());
        assertThat(records).isSortedAccordingTo((one, other) -> Integer.compare(one.line(), other.line()));
    }

    @Provide
    Arbitrary<List<List<String>>> records() {
        return value().list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(20);
    }

    private static Arbitrary<String> value() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).ofMaxLength(20),
                Arbitraries.strings().withChars("\"\n\r, a").ofMinLength(1).ofMaxLength(10));
    }

    /** Anything but a value that begins with a quote: only such a one may go on over the end of its line. */
    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.strings()
                .withChars("\"\r,ab ")
                .ofMaxLength(15)
                .map(line -> ("x" + line).replace(",\"", ",x\""))
                .list()
                .ofMaxSize(20);
    }

    private static String line(List<String> values) {
        return values.stream()
                .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    private static List<CsvRecords.Record> read(String text) {
        List<CsvRecords.Record> records = new ArrayList<>();
        new CsvRecords(text).forEachRemaining(records::add);
        return records;
    }
}
