// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTest {

    private final ObjectNode pod =
            object("{metadata: {name: a, labels: {app: web, tier: front}}, status: {phase: Running}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app=web | true",
                "app==web,tier!=back | true",
                "app=db | false",
                "app in (db, web) | true",
                "app notin (db, web), tier | false",
                "tier | true",
                "!tier | false",
                "!owner,owner!=x | true",
            })
    void shouldSelectByLabels(String selector, boolean selected) {
        assertThat(LabelSelector.parse(selector).test(pod)).isEqualTo(selected);
    }

    @Test
    void shouldSelectByMatchExpressions() {
        ObjectNode selector = object(
                "{matchLabels: {app: web}, matchExpressions: [{key: tier, operator: NotIn, values: [back]}, {key: x, operator: DoesNotExist}]}");

        assertThat(LabelSelector.of(selector).test(pod)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metadata.name=a | true",
                "metadata.name=a,status.phase!=Running | false",
                "spec.nodeName= | true",
            })
    void shouldSelectByFields(String selector, boolean selected) {
        assertThat(FieldSelector.parse(selector, f -> true).test(pod)).isEqualTo(selected);
    }

    @Test
    void shouldRefuseAFieldThatIsNotSelectable() {
        assertThatThrownBy(() -> FieldSelector.parse("spec.x=1", "metadata.name"::equals))
                .hasMessage("field label not supported: spec.x");
    }
}
