// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.handler.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import dev.drumline.worker.api.TaskArguments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpCheckTest {

    private static HttpCheck check(String kwargs) throws Exception {
        return new TaskArguments(Json.array(), (ObjectNode) Json.MAPPER.readTree(kwargs)).kwargsAs(HttpCheck.class);
    }

    @Test
    void shouldHaveDefaults() throws Exception {
        HttpCheck check = check("{\"url\": \"http://localhost:1/x\"}");

        assertThat(check).hasToString("GET http://localhost:1/x");
        assertThat(check.timeout()).hasSeconds(10);
        assertThat(check.expectedStatus().includes(399)).isTrue();
        assertThat(check.expectedStatus().includes(400)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"200; 200; 201", "'\"200-204\"'; 204; 205", "'\"200, 404\"'; 404; 403"})
    void shouldReadExpectedStatuses(String json, int good, int bad) throws Exception {
        ExpectedStatus expected = check("{\"url\": \"http://h/\", \"expectedStatus\": " + json + "}")
                .expectedStatus();

        assertThat(expected.includes(good)).isTrue();
        assertThat(expected.includes(bad)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; url is null, must be such as http://host/path",
                "{'url': 'file:///etc/passwd'}; url is file:///etc/passwd, must be such as http://host/path",
                "{'url': 'http://h/', 'timeoutSeconds': 0}; timeoutSeconds is 0.0, must be above 0 to 3600",
                "{'url': 'http://h/', 'method': 'CONNECT'}; method is CONNECT, must be one of",
                "{'url': 'http://h/', 'expectedStatus': 'ok'}; must be codes and ranges such as 200-299,304"
            },
            quoteCharacter = '|')
    void shouldRefuseWhatIsWrongWithASentence(String kwargs, String sentence) {
        assertThatThrownBy(() -> check(kwargs.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("HttpCheck");
    }
}
