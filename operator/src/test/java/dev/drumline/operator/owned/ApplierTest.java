// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.owned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.operator.testing.SettableClock;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplierTest {
    private final SettableClock clock = new SettableClock("2026-11-24T08:00:00Z");
    private final List<HasMetadata> applied = new ArrayList<>();
    private final Applier applier = new Applier(applied::add, clock);

    @Test
    void shouldApplyWhatIsNewOrDifferent() {
        applier.apply(List.of(account("a", "1")));
        applier.apply(List.of(account("a", "1")));
        applier.apply(List.of(account("a", "2")));
        assertThat(applied).containsExactly(account("a", "1"), account("a", "2"));
    }

    @Test
    void shouldMendAfterAWhile() {
        applier.apply(List.of(account("a", "1")));
        clock.advance(Applier.MEND_AFTER.plus(Duration.ofSeconds(1)));
        applier.apply(List.of(account("a", "1")));
        assertThat(applied).hasSize(2);
    }

    @Test
    void shouldApplyAnewWhatWasForgotten() {
        applier.apply(List.of(account("a", "1")));
        applier.forget(List.of(account("a", "1")));
        applier.apply(List.of(account("a", "1")));
        assertThat(applied).hasSize(2);
    }

    private static ServiceAccount account(String name, String label) {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .addToLabels("version", label)
                .endMetadata()
                .build();
    }
}
