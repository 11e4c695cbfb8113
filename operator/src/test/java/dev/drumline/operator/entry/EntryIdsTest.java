// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.operator.testing.Samples;
import org.junit.jupiter.api.Test;

class EntryIdsTest {
    @Test
    void shouldKeepTasksAndRowsApart() {
        String task = EntryIds.of(Samples.task());
        String row = EntryIds.ofRow("shop", "check");
        assertThat(task).isEqualTo("shop/check");
        assertThat(row).isEqualTo("shop/rows/check");
        assertThat(EntryIds.isTaskOf("shop", task)).isTrue();
        assertThat(EntryIds.isTaskOf("shop", row)).isFalse();
        assertThat(EntryIds.isRowOf("shop", row)).isTrue();
        assertThat(EntryIds.isRowOf("shop", task)).isFalse();
    }

    @Test
    void shouldKeepNamespacesApart() {
        assertThat(EntryIds.isTaskOf("shop", "shopping/check")).isFalse();
        assertThat(EntryIds.isRowOf("shop", "shopping/rows/check")).isFalse();
    }

    @Test
    void shouldGiveBackAKeyWithSlashes() {
        assertThat(EntryIds.rowKey("shop", EntryIds.ofRow("shop", "a/rows/b"))).isEqualTo("a/rows/b");
    }
}
