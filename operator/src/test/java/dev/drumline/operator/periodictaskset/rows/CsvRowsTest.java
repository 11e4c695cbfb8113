// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowsTest {
    @Test
    void shouldReadValuesAsTextsByTheNamesOfTheirColumns() {
        assertThat(told("key,id,note\r\na,1,\r\n\r\n\"b\",2,\"said \"\"no\"\",\r\ntwice\"\nc,3,x"))
                .containsExactly(
                        "2: {\"key\":\"a\",\"id\":\"1\",\"note\":\"\"}",
                        "4: {\"key\":\"b\",\"id\":\"2\",\"note\":\"said \\\"no\\\",\\r\\ntwice\"}",
                        "6: {\"key\":\"c\",\"id\":\"3\",\"note\":\"x\"}");
    }

    @Test
    void shouldFindNoRowsInAnEmptyFileOrBelowABareHeader() {
        assertThat(told("")).isEmpty();
        assertThat(told("\n\n")).isEmpty();
        assertThat(told("key,id\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id,url | the header has no column "key"
                    key,,url | the header has a column without a name
                    key,id,id | the header has the column "id" twice
                    key,"id | the header a quoted value does not end, so nothing that follows can be read
                    """, quoteCharacter = '\'')
    void shouldReadNothingBelowABadHeader(String header, String fault) {
        assertThat(told(header + "\na,1,2\nb,2,3")).containsExactly("1: " + fault);
    }

    @Test
    void shouldTurnOnlyTheRowAwayThatIsWrong() {
        assertThat(told("key,id\na,1,2\nb,2\nc\nd\"d,4\n\"e\"e,5\nf,6"))
                .containsExactly(
                        "2: has 3 values, the header has 2",
                        "3: {\"key\":\"b\",\"id\":\"2\"}",
                        "4: has 1 values, the header has 2",
                        "5: a value with a quote in it must be quoted as a whole, and the quote doubled",
                        "6: after the quote that ends a value only a comma or the end of the line may stand",
                        "7: {\"key\":\"f\",\"id\":\"6\"}");
    }

    @Test
    void shouldSayThatNothingFollowsAQuoteThatNeverEnds() {
        assertThat(told("key,id\na,1\n\"b,2\nc,3\n"))
                .containsExactly(
                        "2: {\"key\":\"a\",\"id\":\"1\"}",
                        "3: a quoted value does not end, so nothing that follows can be read");
    }

    private static List<String> told(String text) {
        return Rows.told(new CsvRows(text));
    }
}
