// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator;

import dev.drumline.operator.informer.Changes;
import dev.drumline.operator.informer.LeanStore;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;

/** What all controllers share. */
public final class ControllerDefaults {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final double RETRY_GROWTH = 1.5;
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private ControllerDefaults() {}

    public static <T extends HasMetadata> void apply(ControllerConfigurationOverrider<T> config) {
        config.withGenerationAware(false)
                .withOnUpdateFilter(Changes::matter)
                .withItemStore(LeanStore.create())
                // The SDK's own default gives up after five attempts.
                .withRetry(new GenericRetry()
                        .withoutMaxAttempts()
                        .setInitialInterval(FIRST_RETRY)
                        .setIntervalMultiplier(RETRY_GROWTH)
                        .setMaxInterval(LONGEST_RETRY.toMillis()));
    }
}
