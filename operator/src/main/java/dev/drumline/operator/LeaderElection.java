// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator;

import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which replica works. Given to the SDK as a bean, never by its ConfigurationServiceCustomizer: where one of those exists,
 * version 7.7.3 makes a whole new client for each copy of a resource, some 10 ms of CPU several times a reconciliation.
 */
@Singleton
class LeaderElection {
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration RENEW_WITHIN = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private static final int LEASE_LOST = 1;

    private final OperatorSettings settings;
    private final String namespace;
    private final String identity;

    LeaderElection(
            OperatorSettings settings,
            @ConfigProperty(name = "pod.namespace", defaultValue = "default") String namespace,
            @ConfigProperty(name = "hostname", defaultValue = "drumline-operator") String identity) {
        this.settings = settings;
        this.namespace = namespace;
        this.identity = identity;
    }

    /** The identity is the pod's name: a container that restarts in its pod goes on at once with the Lease that it had. */
    @Produces
    @Dependent
    LeaderElectionConfiguration configuration() {
        if (!settings.leaderElection().enabled()) {
            return null;
        }
        // The SDK's own exit waits for a shutdown under way, which waits for it: SIGTERM would hang until SIGKILL.
        LeaderCallbacks callbacks = new LeaderCallbacks(() -> {}, () -> Quarkus.asyncExit(LEASE_LOST), leader -> {});
        return new LeaderElectionConfiguration(
                settings.leaderElection().lease(), namespace, LEASE, RENEW_WITHIN, RETRY, identity, callbacks, false);
    }
}
