// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    @Test
    void shouldReadAnObjectOfEachLineAndSkipBlankOnes() {
        assertThat(told("{\"key\":\"a\",\"id\":1.50}\n\n  \r\n{\"key\":\"b\"}\r\n{\"key\":\"c\"}"))
                .containsExactly("1: {\"key\":\"a\",\"id\":1.5}", "4: {\"key\":\"b\"}", "5: {\"key\":\"c\"}");
        assertThat(told("")).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithALine() {
        assertThat(told("[1]")).containsExactly("1: must be a JSON object");
        assertThat(told("{\"key\":\"a\",}"))
                .containsExactly("1: must be a JSON object at column 12: Unexpected character ('}' (code 125)): "
                        + "was expecting double-quote to start field name");
        assertThat(told("{\"key\":\"a\",\"key\":\"b\"}"))
                .containsExactly("1: must be a JSON object at column 17: Duplicate field 'key'");
        assertThat(told("{\"key\":\"a\"} {}")).singleElement().asString().startsWith("1: must be a JSON object");
    }

    @Property
    void shouldLetNoLineHarmAnother(@ForAll @Size(max = 20) List<String> garbage) {
        // Given good lines with anything at all between them
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < garbage.size(); i++) {
            text.append(good(i))
                    .append('\n')
                    .append(garbage.get(i).replace('\n', ' '))
                    .append('\n');
        }
        // Then every good one is read, in its place
        List<SourceRow> rows = Rows.of(new JsonLines(text.toString()));
        for (int i = 0; i < garbage.size(); i++) {
            assertThat(rows).contains(SourceRow.of(2 * i + 1, good(i)));
        }
    }

    private static ObjectNode good(int i) {
        return Json.object().put("key", "k" + i);
    }

    private static List<String> told(String text) {
        return Rows.told(new JsonLines(text));
    }
}
