// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubectl;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class TableTextTest {

    private static final ObjectNode TABLE = object("""
            columnDefinitions: [{name: Name}, {name: Ready}, {name: IP, priority: 1}]
            rows:
            - {cells: [redis, "True", 127.1.0.2], object: {metadata: {namespace: default}}}
            - {cells: [endpoints, null, 127.1.0.3], object: {metadata: {namespace: default}}}
            """);

    @Test
    void shouldAlignColumnsAsKubectlDoes() {
        assertThat(new TableText(TABLE, false, false).lines())
                .containsExactly("NAME        READY", "redis       True", "endpoints   <none>");
    }

    @Test
    void shouldShowMoreWhenAskedTo() {
        assertThat(new TableText(TABLE, true, true).lines()).first().isEqualTo("NAMESPACE   NAME        READY    IP");
    }

    @Test
    void shouldSayWhenThereIsNothing() {
        assertThat(new TableText(object("{columnDefinitions: [{name: Name}], rows: []}"), false, false).lines())
                .containsExactly("No resources found");
    }
}
