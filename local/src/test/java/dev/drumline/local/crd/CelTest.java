// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.runtime.CelEvaluationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CelTest {

    private static final ObjectNode SCHEMA = object(
            "{properties: {at: {format: date-time}, in: {}, a-b: {}, share: {type: number}, words: {items: {}}}}");
    private static final ObjectNode VALUE =
            object("{at: '2026-01-01T00:00:00Z', in: x, a-b: y, share: 1, words: [b, a, c], n: 5}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self.at > timestamp('2025-12-31T00:00:00Z')",
                "self.__in__ == 'x' && self.a__dash__b == 'y'",
                "self.share == 1.0 && self.share > 0",
                "has(self.n) && !has(self.m)",
                "self.words.all(w, w.size() == 1) && self.words.exists_one(w, w == 'a')",
                "[has(self.n), has(self.m)].filter(x, x).size() == 1",
                "' a b '.trim().split(' ').filter(f, f != '').size() == 2",
                "duration('1m30s').getSeconds() == 90",
                "'abc123'.find('[0-9]+') == '123' && 'a1b2'.findAll('[0-9]') == ['1', '2']",
                "isURL('https://example.com/x') && !isURL('example')",
                "[1, 2, 3].sum() == 6 && [1, 2].max() == 2 && [1, 2].min() == 1 && [1, 2].isSorted()",
                "!self.words.isSorted()",
                "self.?m.orValue(3) == 3",
                "cel.bind(x, self.n, x * x) == 25",
                "sets.contains(self.words, ['a'])",
            })
    void shouldKnowWhatKubernetesRulesUse(String expression) throws CelEvaluationException {
        assertThat(Cel.evaluate(expression, Map.of("self", CelValues.of(VALUE, SCHEMA))))
                .isEqualTo(true);
    }

    @Test
    void shouldSayWhatIsWrongWithAnExpression() {
        assertThatThrownBy(() -> Cel.compile("self.x +"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("compilation failed");
        assertThatThrownBy(() -> Cel.compile("other > 1")).hasMessageContaining("undeclared reference to 'other'");
    }
}
