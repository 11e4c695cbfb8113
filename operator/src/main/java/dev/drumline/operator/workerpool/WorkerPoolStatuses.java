// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.workerpool;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.workerpool.QueueSpec;
import dev.drumline.crds.workerpool.WorkerPool;
import dev.drumline.crds.workerpool.WorkerPoolStatus;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.condition.Reasons;
import dev.drumline.operator.owned.Component;
import dev.drumline.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The status of a pool, from what was found. */
@ApplicationScoped
public class WorkerPoolStatuses {
    private final Conditions conditions;

    public WorkerPoolStatuses(Conditions conditions) {
        this.conditions = conditions;
    }

    WorkerPoolStatus refused(WorkerPool pool, Optional<Deployment> deployment, Verdict verdict) {
        return with(
                pool,
                conditions.no(pool, Conditions.READY, verdict.reason(), verdict.message()),
                Workers.of(deployment),
                Load.UNKNOWN);
    }

    WorkerPoolStatus brokerMissing(WorkerPool pool, Optional<Deployment> deployment) {
        String message =
                "there is no TaskBroker \"" + pool.getSpec().brokerRef().name() + "\" in this namespace";
        return with(
                pool,
                conditions.no(pool, Conditions.READY, Reasons.BROKER_NOT_FOUND, message),
                Workers.of(deployment),
                Load.UNKNOWN);
    }

    WorkerPoolStatus brokerRefused(WorkerPool pool, Optional<Deployment> deployment, String why) {
        String message = "TaskBroker \"" + pool.getSpec().brokerRef().name() + "\" is not usable: " + why;
        return with(
                pool,
                conditions.no(pool, Conditions.READY, Reasons.BROKER_NOT_READY, message),
                Workers.of(deployment),
                Load.UNKNOWN);
    }

    WorkerPoolStatus running(WorkerPool pool, Optional<Deployment> deployment, Load load) {
        Workers workers = Workers.of(deployment);
        return with(pool, ready(pool, workers), workers, load);
    }

    private Condition ready(WorkerPool pool, Workers workers) {
        int desired = WorkerPlan.replicas(pool.getSpec());
        if (desired == 0) {
            return conditions.yes(pool, Conditions.READY, Reasons.SCALED_TO_ZERO, "no worker is asked for");
        }
        String ready = workers.ready() + " of " + desired + " workers are ready";
        return workers.ready() >= desired
                ? conditions.yes(pool, Conditions.READY, Reasons.WORKERS_READY, ready)
                : conditions.no(pool, Conditions.READY, Reasons.WORKERS_STARTING, ready);
    }

    private static WorkerPoolStatus with(WorkerPool pool, Condition ready, Workers workers, Load load) {
        WorkerPoolStatus before = pool.getStatus();
        return new WorkerPoolStatus(
                Conditions.merge(before == null ? null : before.conditions(), List.of(ready)),
                pool.getMetadata().getGeneration(),
                pool.getSpec().queues().stream().map(QueueSpec::name).collect(Collectors.joining(",")),
                workers.all(),
                workers.ready(),
                WorkerPlan.replicas(pool.getSpec()),
                Component.workerOf(pool).selectorText(),
                load.busy(),
                load.depth(),
                null,
                null,
                null);
    }

    /** The pods of a pool, as its Deployment counts them. */
    private record Workers(int all, int ready) {
        static Workers of(Optional<Deployment> deployment) {
            Optional<DeploymentStatus> status = deployment.map(Deployment::getStatus);
            return new Workers(
                    status.map(DeploymentStatus::getReplicas).orElse(0),
                    status.map(DeploymentStatus::getReadyReplicas).orElse(0));
        }
    }
}
