// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigMapWatchesTest {
    private static final ResourceID ONE = new ResourceID("one", "shop");
    private static final ResourceID TWO = new ResourceID("two", "shop");
    private static final ConfigMapQuery A = named("a");
    private static final ConfigMapQuery B = named("b");

    private final FakeConfigMaps maps = new FakeConfigMaps();
    private final ConfigMapWatches watches = new ConfigMapWatches(maps);
    private final List<String> changed = new ArrayList<>();

    ConfigMapWatchesTest() {
        watches.attach(set -> changed.add(set.getName()));
        maps.put("a", "a.csv", "key");
        maps.put("b", "b.csv", "key");
    }

    @Test
    void shouldFindWhatTheQueriesOfASetAskFor() {
        assertThat(watches.follow(ONE, Set.of(A, B))).containsOnlyKeys("a", "b");
        assertThat(watches.follow(ONE, Set.of(A, named("c")))).containsOnlyKeys("a");
    }

    @Test
    void shouldShareAWatchAsLongAsAnyoneNeedsIt() {
        watches.follow(ONE, Set.of(A));
        watches.follow(TWO, Set.of(A, B));
        assertThat(maps.watched()).containsExactlyInAnyOrder(A, B);
        watches.follow(TWO, Set.of());
        assertThat(maps.watched()).containsExactly(A);
        watches.follow(ONE, Set.of());
        assertThat(maps.watched()).isEmpty();
    }

    @Test
    void shouldTellThoseSetsWhoseConfigMapsMayHaveChanged() {
        watches.follow(ONE, Set.of(A));
        watches.follow(TWO, Set.of(A));
        maps.put("a", "a.csv", "key\n1");
        assertThat(changed).containsExactlyInAnyOrder("one", "two");
        changed.clear();
        watches.follow(TWO, Set.of());
        maps.delete("a");
        assertThat(changed).containsExactly("one");
    }

    @Test
    void shouldWaitUntilTheApiServerHasSpoken() {
        maps.areUnheardOf("forbidden");
        assertThatThrownBy(() -> watches.follow(ONE, Set.of(A)))
                .isInstanceOfSatisfying(
                        UnheardException.class, wait -> assertThat(wait.why()).contains("forbidden"));
        assertThat(maps.watched()).containsExactly(A);
    }

    private static ConfigMapQuery named(String name) {
        return new ConfigMapQuery("shop", Optional.of(name), Optional.empty());
    }
}
