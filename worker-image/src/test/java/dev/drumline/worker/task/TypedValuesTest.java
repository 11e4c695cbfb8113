// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.work.Claimed;
import dev.drumline.worker.Messages;
import dev.drumline.worker.handler.EchoHandler;
import dev.drumline.worker.handler.Handlers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedValuesTest {

    private final Triage triage = new Triage(new Handlers(List.of(new EchoHandler())), 1);

    private Verdict verdict(String argument) {
        Claimed claimed = Messages.of("drumline.echo")
                .body("[[" + argument + "], {}, {}]")
                .claimed();
        return triage.of(claimed, Instant.EPOCH);
    }

    private String decoded(String argument) {
        return ((Verdict.Run) verdict(argument)).job().message().args().get(0).toString();
    }

    private static String typed(String type, String value) {
        return "{\"__type__\": \"" + type + "\", \"__value__\": " + value + "}";
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            value = {
                "datetime; \"2026-11-24T08:00:00+00:00\"; \"2026-11-24T08:00:00+00:00\"",
                "date; \"2026-11-24\"; \"2026-11-24\"",
                "time; \"08:00:00\"; \"08:00:00\"",
                "decimal; \"1.10\"; 1.10",
                "uuid; {\"hex\": \"00112233445566778899aabbccddeeff\"}; \"00112233-4455-6677-8899-aabbccddeeff\"",
                "bytes; \"hi\"; \"aGk=\"",
                "base64; \"aGk=\"; \"aGk=\""
            })
    void shouldDecodeKombusTypes(String type, String value, String plain) {
        assertThat(decoded(typed(type, value))).isEqualTo(plain);
    }

    @Test
    void shouldDecodeInTheDepths() {
        assertThat(decoded("{\"a\": [" + typed("date", "\"2026-11-24\"") + "]}"))
                .isEqualTo("{\"a\":[\"2026-11-24\"]}");
    }

    @Test
    void shouldLeaveObjectsOfMoreFieldsAlone() {
        String more = "{\"__type__\":\"x\",\"__value__\":1,\"more\":2}";

        assertThat(decoded(more)).isEqualTo(more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pickle", "decimal", "base64"})
    void shouldCallAnythingElseUnreadable(String type) {
        assertThat(verdict(typed(type, "\"%%%\""))).isInstanceOf(Verdict.Unreadable.class);
    }
}
