// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.workerpool;

import dev.drumline.crds.workerpool.EnvVariable;
import dev.drumline.crds.workerpool.QueueSpec;
import dev.drumline.crds.workerpool.WorkerPool;
import dev.drumline.crds.workerpool.WorkerPoolSpec;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.owned.Env;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The environment of a worker: ours first, then the user's, which may refer to it. */
final class WorkerEnv {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private WorkerEnv() {}

    static List<EnvVar> of(WorkerPool pool, BrokerEndpoint broker) {
        WorkerPoolSpec spec = pool.getSpec();
        List<EnvVar> env = new ArrayList<>(Env.ofBroker(broker));
        env.add(Env.value("CELERY_BROKER_URL", celeryUrl(broker)));
        // Celery takes it from its configuration alone: broker_transport_options = {"master_name": …}.
        broker.masterName().ifPresent(name -> env.add(Env.value("DRUMLINE_SENTINEL_MASTER", name)));
        env.add(Env.value(
                "DRUMLINE_POOL",
                pool.getMetadata().getNamespace() + "/" + pool.getMetadata().getName()));
        env.add(Env.value(
                "DRUMLINE_QUEUES", spec.queues().stream().map(QueueSpec::name).collect(Collectors.joining(","))));
        env.add(Env.value("DRUMLINE_CONCURRENCY", spec.concurrency().toString()));
        env.add(Env.value("DRUMLINE_MAX_DELIVERIES", spec.maxDeliveries().toString()));
        env.add(Env.value(
                "DRUMLINE_GRACE_PERIOD_SECONDS",
                spec.drain().gracePeriodSeconds().toString()));
        if (spec.worker().env() != null) {
            spec.worker().env().forEach(given -> env.add(given(given)));
        }
        return env;
    }

    /** Kubernetes puts the credentials in, from the variables before: they are in no object but the Secret. */
    private static String celeryUrl(BrokerEndpoint broker) {
        String user = broker.hasUsername() ? "$(DRUMLINE_REDIS_USERNAME)" : "";
        return broker.celeryUrl(broker.secret().isEmpty() ? "" : user + ":$(DRUMLINE_REDIS_PASSWORD)@");
    }

    private static EnvVar given(EnvVariable variable) {
        EnvVar env = Env.value(variable.name(), variable.value());
        if (variable.valueFrom() != null) {
            env.setValueFrom(SERIALIZATION.convertValue(variable.valueFrom(), EnvVarSource.class));
        }
        return env;
    }
}
