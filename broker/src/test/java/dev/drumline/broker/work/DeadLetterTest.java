// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {

    @Test
    void shouldReadItsLineAndKeepTheMessageAsItIs() {
        byte[] element = "1764000000123 a\006\0263 not a JSON object\n{\n\0".getBytes(UTF_8);

        assertThat(DeadLetter.read(element)).hasValueSatisfying(letter -> {
            assertThat(letter.time()).isEqualTo(Instant.ofEpochMilli(1_764_000_000_123L));
            assertThat(letter.list()).isEqualTo("a\006\0263");
            assertThat(letter.reason()).isEqualTo("not a JSON object");
            assertThat(letter.message()).isEqualTo("{\n\0".getBytes(UTF_8));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no line feed", "1 a\nb", "x a reason\nb"})
    void shouldBeNothingElse(String element) {
        assertThat(DeadLetter.read(element.getBytes(UTF_8))).isEmpty();
    }
}
