// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator;

import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.quarkiverse.operatorsdk.runtime.api.ConfigurationServiceCustomizer;
import io.quarkus.runtime.Quarkus;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the SDK runs here. */
@Singleton
class OperatorCustomizer implements ConfigurationServiceCustomizer {
    /** Reconciliations mostly wait, for Redis or the API server; more at once make fuller batches. */
    private static final int RECONCILIATIONS_AT_ONCE = 64;

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration RENEW_WITHIN = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private static final int LEASE_LOST = 1;

    private final OperatorSettings settings;
    private final String namespace;
    private final String identity;

    OperatorCustomizer(
            OperatorSettings settings,
            @ConfigProperty(name = "pod.namespace", defaultValue = "default") String namespace,
            @ConfigProperty(name = "hostname", defaultValue = "drumline-operator") String identity) {
        this.settings = settings;
        this.namespace = namespace;
        this.identity = identity;
    }

    @Override
    public Consumer<ConfigurationServiceOverrider> overrider() {
        return config -> {
            // Not virtual: one that loads a class keeps its carrier while it waits for Quarkus' class loader, whose
            // lock a
            // thread without a carrier may hold. With two carriers the operator was seen to stand still at its start.
            config.withExecutorService(Executors.newFixedThreadPool(RECONCILIATIONS_AT_ONCE));
            if (settings.leaderElection().enabled()) {
                config.withLeaderElectionConfiguration(leaderElection());
            }
        };
    }

    /** The identity is the pod's name: a container that restarts in its pod goes on at once with the Lease that it had. */
    private LeaderElectionConfiguration leaderElection() {
        // The SDK's own exit waits for a shutdown under way, which waits for it: SIGTERM would hang until SIGKILL.
        LeaderCallbacks callbacks = new LeaderCallbacks(() -> {}, () -> Quarkus.asyncExit(LEASE_LOST), leader -> {});
        return new LeaderElectionConfiguration(
                settings.leaderElection().lease(), namespace, LEASE, RENEW_WITHIN, RETRY, identity, callbacks, false);
    }
}
