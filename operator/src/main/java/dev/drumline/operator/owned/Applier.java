// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.owned;

import io.fabric8.kubernetes.api.model.HasMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings about what was planned, by server-side apply. What is unchanged is applied again only after a while, which mends
 * what somebody else changed without watching every kind of resource.
 */
@ApplicationScoped
public class Applier {
    static final Duration MEND_AFTER = Duration.ofMinutes(1);

    private record Key(String kind, String namespace, String name) {}

    private record Applied(HasMetadata resource, Instant appliedAt) {}

    private final Cluster cluster;
    private final Clock clock;
    private final Map<Key, Applied> applied = new ConcurrentHashMap<>();

    public Applier(Cluster cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    public void apply(Collection<? extends HasMetadata> planned) {
        planned.forEach(this::apply);
    }

    /** Forgets what was applied for a resource that is gone, so that one of the same name begins anew. */
    public void forget(Collection<? extends HasMetadata> planned) {
        planned.forEach(resource -> applied.remove(key(resource)));
    }

    private void apply(HasMetadata resource) {
        Applied before = applied.get(key(resource));
        Instant now = clock.instant();
        if (before == null
                || !before.resource().equals(resource)
                || before.appliedAt().plus(MEND_AFTER).isBefore(now)) {
            cluster.apply(resource);
            applied.put(key(resource), new Applied(resource, now));
        }
    }

    private static Key key(HasMetadata resource) {
        return new Key(
                resource.getKind(),
                resource.getMetadata().getNamespace(),
                resource.getMetadata().getName());
    }
}
