// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.taskbroker.TaskBrokerStatus;
import dev.drumline.crds.workerpool.WorkerPool;
import dev.drumline.operator.Backoff;
import dev.drumline.operator.ControllerDefaults;
import dev.drumline.operator.informer.Changes;
import dev.drumline.operator.informer.Deletions;
import dev.drumline.operator.informer.Sources;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.link.BrokerSight;
import dev.drumline.operator.link.RedisUnreachableException;
import dev.drumline.operator.periodictask.Resumption;
import dev.drumline.operator.periodictask.TaskRounds;
import dev.drumline.operator.status.StatusWriter;
import dev.drumline.operator.validation.Verdict;
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

/** TaskBroker → its link, its beats, its status. */
@ControllerConfiguration(name = "taskbroker", fieldManager = "drumline-operator")
public class TaskBrokerReconciler implements ConfigurableReconciler<TaskBroker> {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);
    private static final Duration RESUME_SOON = Duration.ofSeconds(1);

    private final BrokerResolver resolver;
    private final BrokerLinks links;
    private final TaskRounds rounds;
    private final Beats beats;
    private final TaskBrokerStatuses statuses;
    private final StatusWriter statusWriter;

    public TaskBrokerReconciler(
            BrokerResolver resolver,
            BrokerLinks links,
            TaskRounds rounds,
            Beats beats,
            TaskBrokerStatuses statuses,
            StatusWriter statusWriter) {
        this.resolver = resolver;
        this.links = links;
        this.rounds = rounds;
        this.beats = beats;
        this.statuses = statuses;
        this.statusWriter = statusWriter;
    }

    @Override
    public void updateConfigurationFrom(ControllerConfigurationOverrider<TaskBroker> config) {
        ControllerDefaults.apply(config);
    }

    @Override
    public List<EventSource<?, TaskBroker>> prepareEventSources(EventSourceContext<TaskBroker> context) {
        return List.of(
                Sources.deployments(context, "drumline-beat"),
                PoolsOfBroker.source(context),
                new Deletions<TaskBroker>("deleted-brokers", broker -> links.close(BrokerId.of(broker))));
    }

    @Override
    public UpdateControl<TaskBroker> reconcile(TaskBroker broker, Context<TaskBroker> context) {
        if (Changes.isPaused(broker)) {
            return UpdateControl.noUpdate();
        }
        ResolvedBroker resolved = resolver.resolve(broker, partitionsBefore(broker));
        if (!resolved.verdict().isAccepted()) {
            return refuse(broker, resolved.verdict());
        }
        BrokerLink link = links.open(BrokerId.of(broker), resolved.endpoint(), resolved.settings());
        boolean beatsAreThere = context.getSecondaryResource(Deployment.class).isPresent();
        beats.run(broker, resolved.endpoint(), beatsAreThere);
        return observe(broker, link, QueueLimits.of(broker, context.getSecondaryResources(WorkerPool.class)));
    }

    private Optional<Integer> partitionsBefore(TaskBroker broker) {
        return links.find(BrokerId.of(broker)).map(link -> link.endpoint().partitions());
    }

    private UpdateControl<TaskBroker> refuse(TaskBroker broker, Verdict verdict) {
        links.close(BrokerId.of(broker));
        // A Secret may appear or be mended, and nothing tells: Secrets are read by name, never watched.
        return report(broker, statuses.refused(broker, verdict)).rescheduleAfter(Backoff.MOST);
    }

    private UpdateControl<TaskBroker> observe(TaskBroker broker, BrokerLink link, QueueSettings queues) {
        try {
            link.resumeFrom(Resumption.checkpoint(broker));
            Optional<BrokerSight> before = link.lastSight();
            BrokerSight sight = link.look();
            link.write(queues);
            boolean goesOn = rounds.make(broker, link, before, sight);
            return report(broker, statuses.seen(broker, sight)).rescheduleAfter(goesOn ? LOOK_AGAIN : RESUME_SOON);
        } catch (RedisUnreachableException e) {
            return report(broker, statuses.unreachable(broker, e)).rescheduleAfter(ASK_AGAIN);
        }
    }

    private UpdateControl<TaskBroker> report(TaskBroker broker, TaskBrokerStatus status) {
        return statusWriter.write(broker, status, TaskBroker::new, BrokerStatusChange::matters);
    }
}
