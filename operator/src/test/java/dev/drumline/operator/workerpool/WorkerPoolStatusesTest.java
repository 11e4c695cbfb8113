// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.workerpool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.workerpool.WorkerPool;
import dev.drumline.crds.workerpool.WorkerPoolStatus;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.SettableClock;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerPoolStatusesTest {
    private final WorkerPoolStatuses statuses =
            new WorkerPoolStatuses(new Conditions(new SettableClock("2026-11-24T08:00:00Z")));

    @Test
    void shouldBeReadyWhenAllWorkersAre() {
        WorkerPoolStatus status = statuses.running(pool(2), deployment(2), new Load(3, 10L));
        assertThat(ready(status)).isEqualTo("True WorkersReady");
        assertThat(status.desiredReplicas()).isEqualTo(2);
        assertThat(status.busy()).isEqualTo(3);
        assertThat(status.depth()).isEqualTo(10);
        assertThat(status.queues()).isEqualTo("metrics");
        assertThat(status.selector())
                .isEqualTo("app.kubernetes.io/instance=metrics,app.kubernetes.io/name=drumline-worker");
    }

    @Test
    void shouldSayHowManyWorkersAreReady() {
        WorkerPoolStatus status = statuses.running(pool(2), deployment(1), Load.UNKNOWN);
        assertThat(ready(status)).isEqualTo("False WorkersStarting");
    }

    @Test
    void shouldCountNoneBeforeThereIsADeployment() {
        WorkerPoolStatus status = statuses.running(pool(2), Optional.empty(), Load.UNKNOWN);
        assertThat(status.replicas()).isZero();
        assertThat(status.readyReplicas()).isZero();
    }

    @Test
    void shouldBeContentWithNoWorkerWhenNoneIsAskedFor() {
        assertThat(ready(statuses.running(pool(0), deployment(0), Load.UNKNOWN)))
                .isEqualTo("True ScaledToZero");
    }

    private static WorkerPool pool(int replicas) {
        return Samples.pool("queues: [{name: metrics}]", "replicas: " + replicas);
    }

    private static Optional<Deployment> deployment(int ready) {
        return Optional.of(new DeploymentBuilder()
                .withNewStatus()
                .withReplicas(2)
                .withReadyReplicas(ready)
                .endStatus()
                .build());
    }

    private static String ready(WorkerPoolStatus status) {
        Condition ready = Conditions.find(status.conditions(), Conditions.READY);
        return ready.status() + " " + ready.reason();
    }
}
