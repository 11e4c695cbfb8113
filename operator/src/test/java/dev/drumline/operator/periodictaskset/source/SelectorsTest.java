// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.operator.testing.Yaml;
import io.fabric8.kubernetes.api.model.LabelSelector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorsTest {
    @Test
    void shouldReadLabelsAndExpressions() {
        LabelSelector selector = read("{matchLabels: {a: b}, matchExpressions: [{key: c, operator: In, values: [d]}]}");
        assertThat(selector.getMatchLabels()).containsEntry("a", "b");
        assertThat(selector.getMatchExpressions()).hasSize(1);
        assertThat(read("{matchExpressions: [{key: c, operator: Exists}]}").getMatchExpressions())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{matchLabels: {}}", "{matchLabel: {a: b}}"})
    void shouldRefuseToSelectEverything(String selector) {
        assertThatThrownBy(() -> read(selector)).hasMessage("must name a label, in matchLabels or matchExpressions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{matchExpressions: [{key: c, operator: Is}]}",
                "{matchExpressions: [{operator: Exists}]}",
                "{matchExpressions: [{key: c, operator: NotIn}]}"
            })
    void shouldRefuseAnExpressionThatSaysNothing(String selector) {
        assertThatThrownBy(() -> read(selector)).hasMessageStartingWith("matchExpressions need key, operator");
    }

    @Test
    void shouldRefuseWhatIsNoSelector() {
        assertThatThrownBy(() -> read("{matchLabels: [a]}")).hasMessageStartingWith("must be a label selector: ");
    }

    private static LabelSelector read(String yaml) {
        return Selectors.read(Yaml.read("---\n" + yaml, ObjectNode.class));
    }
}
