// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.operator.testing.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMergeTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "objects field by field    | {a: {x: 1, y: 2}}                 | {a: {y: 3}}                   | {a: {x: 1, y: 3}}",
                "named items by name       | {c: [{name: w, i: 1}, {name: v}]} | {c: [{name: w, i: 2}]}        | {c: [{name: w, i: 2}, {name: v}]}",
                "new named items appended  | {c: [{name: w}]}                  | {c: [{name: s}]}              | {c: [{name: w}, {name: s}]}",
                "mounts by path            | {m: [{name: t, mountPath: /a}]}   | {m: [{name: t, mountPath: /b}]} | {m: [{name: t, mountPath: /a}, {name: t, mountPath: /b}]}",
                "other lists replaced      | {l: [1, 2]}                       | {l: [3]}                      | {l: [3]}"
            })
    void shouldMergeLikeAStrategicMergePatch(String what, String base, String over, String merged) {
        assertThat(JsonMerge.merge(json(base), json(over))).isEqualTo(json(merged));
    }

    private static ObjectNode json(String flow) {
        return (ObjectNode) Yaml.read("value: " + flow, ObjectNode.class).get("value");
    }
}
