// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowFileTest {
    @Test
    void shouldReadTheOnlyFileWithoutNamingIt() {
        ConfigMap map = new ConfigMapBuilder()
                .addToData("README", "not rows")
                .addToData("a.csv", "key\n1\n")
                .build();
        assertThat(told(map)).containsExactly(" 2: {\"key\":\"1\"}");
    }

    @Test
    void shouldReadFilesInTheOrderOfTheirNamesAndNameThem() {
        ConfigMap map = new ConfigMapBuilder()
                .addToData("b.jsonl", "\uFEFF{\"key\":\"1\"}")
                .addToData("a.csv", "\uFEFFkey\n2\n")
                .addToBinaryData("c.csv", "/w==")
                .build();
        assertThat(told(map))
                .containsExactly("a.csv 2: {\"key\":\"2\"}", "b.jsonl 1: {\"key\":\"1\"}", "c.csv 0: is no UTF-8 text");
    }

    @Test
    void shouldSayThatThereIsNoFileOfRows() {
        ConfigMap map = new ConfigMapBuilder().addToData("rows.txt", "a").build();
        assertThat(told(map)).containsExactly(" 0: has no key that ends in .jsonl or .csv");
        assertThat(told(new ConfigMap())).containsExactly(" 0: has no key that ends in .jsonl or .csv");
    }

    private static List<String> told(ConfigMap map) {
        return RowFile.of(map).stream()
                .flatMap(file -> Rows.told(file.rows()).stream().map(row -> file.name() + " " + row))
                .toList();
    }
}
