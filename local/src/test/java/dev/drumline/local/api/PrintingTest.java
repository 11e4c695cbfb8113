// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintingTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT119S, 119s",
        "PT2M, 2m",
        "PT3M20S, 3m20s",
        "PT45M, 45m",
        "PT3H5M, 3h5m",
        "PT20H, 20h",
        "P2DT3H, 2d3h",
        "P30D, 30d",
        "PT-5S, <invalid>",
    })
    void shouldPrintAgesAsKubectlDoes(Duration age, String expected) {
        assertThat(Ages.print(age)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".a.b | 1",
                ".list[1].name | y",
                ".list[*].name | x,y",
                ".list[?(@.type==\"B\")].name | y",
                ".labels['app.io/name'] | web",
                ".labels.app\\.io/name | web",
                ".nothing.here | ''",
            })
    void shouldFollowThePathsOfPrinterColumns(String path, String expected) {
        JsonNode object =
                object("{a: {b: 1}, list: [{name: x, type: A}, {name: y, type: B}], labels: {app.io/name: web}}");

        String found = String.join(
                ",",
                JsonPath.parse(path).select(object).stream()
                        .map(JsonNode::asText)
                        .toList());

        assertThat(found).isEqualTo(expected);
    }
}
