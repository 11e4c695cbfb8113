// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drumline.broker.message.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowKeysTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "cpu-42", "host/cpu:0", "Größe", "a{b=\"c\"}", "\uD83E\uDD41"})
    void shouldTakeAnyNameWithoutSpaces(String key) {
        assertThat(RowKeys.of(row(TextNode.valueOf(key)))).isEqualTo(key);
    }

    @Test
    void shouldTakeAWholeNumberAsItsText() throws Exception {
        assertThat(RowKeys.of((ObjectNode) Json.MAPPER.readTree("{\"key\":42}")))
                .isEqualTo("42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "\"a b\"", "\"a\\nb\"", "\"a\\u00a0b\"", "\"\\ud83e\"", "null", "1.5", "true", "[]"})
    void shouldRefuseWhatCannotStandInAnId(String key) throws Exception {
        JsonNode value = Json.MAPPER.readTree(key);
        assertThatThrownBy(() -> RowKeys.of(row(value)))
                .hasMessage("key " + value
                        + " must be a text of 1 to 128 characters without spaces and control characters");
    }

    @Test
    void shouldRefuseALongKeyWithoutPrintingAllOfIt() {
        assertThat(RowKeys.of(row(TextNode.valueOf("k".repeat(128))))).hasSize(128);
        assertThatThrownBy(() -> RowKeys.of(row(TextNode.valueOf("k".repeat(60_000)))))
                .hasMessageStartingWith("key \"kkk")
                .message()
                .hasSizeLessThan(300);
    }

    @Test
    void shouldMissAKey() {
        assertThatThrownBy(() -> RowKeys.of(Json.object().put("name", "a"))).hasMessage("has no field \"key\"");
    }

    private static ObjectNode row(JsonNode key) {
        return Json.object().set("key", key);
    }
}
