// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.workerpool;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.workerpool.WorkerPool;
import dev.drumline.crds.workerpool.WorkerPoolStatus;
import dev.drumline.operator.ControllerDefaults;
import dev.drumline.operator.OperatorSettings;
import dev.drumline.operator.informer.Changes;
import dev.drumline.operator.informer.Sources;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.link.BrokerRefusal;
import dev.drumline.operator.owned.Applier;
import dev.drumline.operator.status.StatusWriter;
import dev.drumline.operator.validation.Verdict;
import dev.drumline.operator.validation.WorkerPoolValidation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.quarkiverse.operatorsdk.runtime.api.ConfigurableReconciler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** WorkerPool → its workers, its status. */
@ControllerConfiguration(name = "workerpool", fieldManager = "drumline-operator")
public class WorkerPoolReconciler implements ConfigurableReconciler<WorkerPool> {
    private static final Duration LINK_OPENS = Duration.ofMillis(300);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final BrokerLinks links;
    private final Applier applier;
    private final OperatorSettings settings;
    private final WorkerPoolStatuses statuses;
    private final StatusWriter statusWriter;

    public WorkerPoolReconciler(
            BrokerLinks links,
            Applier applier,
            OperatorSettings settings,
            WorkerPoolStatuses statuses,
            StatusWriter statusWriter) {
        this.links = links;
        this.applier = applier;
        this.settings = settings;
        this.statuses = statuses;
        this.statusWriter = statusWriter;
    }

    @Override
    public void updateConfigurationFrom(ControllerConfigurationOverrider<WorkerPool> config) {
        ControllerDefaults.apply(config);
    }

    @Override
    public List<EventSource<?, WorkerPool>> prepareEventSources(EventSourceContext<WorkerPool> context) {
        return List.of(
                Sources.deployments(context, "drumline-worker"),
                Sources.brokers(context, WorkerPoolReconciler::brokerOf));
    }

    @Override
    public UpdateControl<WorkerPool> reconcile(WorkerPool pool, Context<WorkerPool> context) {
        if (Changes.isPaused(pool)) {
            return UpdateControl.noUpdate();
        }
        Optional<Deployment> deployment = context.getSecondaryResource(Deployment.class);
        Verdict verdict = WorkerPoolValidation.judge(pool);
        if (!verdict.isAccepted()) {
            return report(pool, statuses.refused(pool, deployment, verdict));
        }
        Optional<TaskBroker> broker = context.getSecondaryResource(TaskBroker.class);
        if (broker.isEmpty()) {
            return report(pool, statuses.brokerMissing(pool, deployment));
        }
        return links.find(brokerOf(pool))
                .map(link -> run(pool, deployment, link))
                .orElseGet(() -> waitForLink(pool, deployment, broker.get()));
    }

    private UpdateControl<WorkerPool> run(WorkerPool pool, Optional<Deployment> deployment, BrokerLink link) {
        List<HasMetadata> planned = WorkerPlan.resources(pool, link.endpoint(), settings.workerImage());
        if (deployment.isEmpty()) {
            applier.forget(planned);
        }
        applier.apply(planned);
        Load load =
                link.lastSight().map(sight -> Load.of(pool, sight.reports())).orElse(Load.UNKNOWN);
        return report(pool, statuses.running(pool, deployment, load)).rescheduleAfter(LOOK_AGAIN);
    }

    private UpdateControl<WorkerPool> waitForLink(WorkerPool pool, Optional<Deployment> deployment, TaskBroker broker) {
        Optional<Condition> refusal = BrokerRefusal.of(broker);
        return refusal.isPresent()
                ? report(
                        pool,
                        statuses.brokerRefused(pool, deployment, refusal.get().message()))
                : UpdateControl.<WorkerPool>noUpdate().rescheduleAfter(LINK_OPENS);
    }

    private UpdateControl<WorkerPool> report(WorkerPool pool, WorkerPoolStatus status) {
        return statusWriter.write(pool, status, WorkerPool::new, (before, after) -> !before.equals(after));
    }

    private static BrokerId brokerOf(WorkerPool pool) {
        return new BrokerId(
                pool.getMetadata().getNamespace(), pool.getSpec().brokerRef().name());
    }
}
