// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.event;

import dev.drumline.crds.common.Condition;
import dev.drumline.operator.owned.Cluster;
import dev.drumline.schedule.partition.StableHash;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Events of the cluster: one object per resource, reason and message, whose count grows. */
@ApplicationScoped
public class ClusterEvents implements Events {
    private static final Logger LOG = Logger.getLogger(ClusterEvents.class);
    private static final int REMEMBERED = 4096;
    private static final long SEED = 7;

    private record Seen(int count, String firstTime) {}

    private final Cluster cluster;
    private final Clock clock;
    private final Map<String, Seen> seen = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > REMEMBERED;
        }
    };

    public ClusterEvents(Cluster cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    @Override
    public void tell(HasMetadata subject, Condition condition) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        String name = subject.getMetadata().getName() + "." + hash(subject, condition);
        try {
            cluster.apply(event(subject, condition, name, count(name, now), now));
        } catch (KubernetesClientException e) {
            // The condition says the same: an event that can't be written must not fail a reconciliation.
            LOG.debugf(
                    "event not written object=%s reason=%s: %s",
                    subject.getMetadata().getName(), condition.reason(), e.getMessage());
        }
    }

    private synchronized Seen count(String name, String now) {
        return seen.merge(name, new Seen(1, now), (before, once) -> new Seen(before.count() + 1, before.firstTime()));
    }

    private static String hash(HasMetadata subject, Condition condition) {
        String identity = subject.getMetadata().getUid() + condition.reason() + condition.message();
        return Long.toHexString(StableHash.of(identity, SEED));
    }

    private static Event event(HasMetadata subject, Condition condition, String name, Seen seen, String now) {
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(subject.getMetadata().getNamespace())
                .withName(name)
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(subject.getApiVersion())
                .withKind(subject.getKind())
                .withNamespace(subject.getMetadata().getNamespace())
                .withName(subject.getMetadata().getName())
                .withUid(subject.getMetadata().getUid())
                .endInvolvedObject()
                .withType(condition.status().equals("True") ? "Normal" : "Warning")
                .withReason(condition.reason())
                .withMessage(condition.message())
                .withCount(seen.count())
                .withFirstTimestamp(seen.firstTime())
                .withLastTimestamp(now)
                .withNewSource()
                .withComponent("drumline-operator")
                .endSource()
                .build();
    }
}
