// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictask.PeriodicTaskStatus;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.ControllerDefaults;
import dev.drumline.operator.entry.EntryIds;
import dev.drumline.operator.informer.Changes;
import dev.drumline.operator.informer.Deletions;
import dev.drumline.operator.informer.Sources;
import dev.drumline.operator.status.StatusWriter;
import dev.drumline.operator.validation.MinimumPeriods;
import dev.drumline.operator.validation.PeriodicTaskValidation;
import dev.drumline.operator.validation.Verdict;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.quarkiverse.operatorsdk.runtime.api.ConfigurableReconciler;
import java.util.List;
import java.util.Optional;

/** PeriodicTask → entry in its partition in Redis, and a status that says so. It has no finalizer: the watch tells its end. */
@ControllerConfiguration(name = "periodictask", fieldManager = "drumline-operator")
public class PeriodicTaskReconciler implements ConfigurableReconciler<PeriodicTask> {
    private final TaskDirectory directory;
    private final TaskPlacement placement;
    private final RunNow runNow;
    private final PeriodicTaskStatuses statuses;
    private final StatusWriter statusWriter;
    private final TimeRefresh refresh;

    public PeriodicTaskReconciler(
            TaskDirectory directory,
            TaskPlacement placement,
            RunNow runNow,
            PeriodicTaskStatuses statuses,
            StatusWriter statusWriter,
            TimeRefresh refresh) {
        this.directory = directory;
        this.placement = placement;
        this.runNow = runNow;
        this.statuses = statuses;
        this.statusWriter = statusWriter;
        this.refresh = refresh;
    }

    @Override
    public void updateConfigurationFrom(ControllerConfigurationOverrider<PeriodicTask> config) {
        ControllerDefaults.apply(config);
    }

    @Override
    public List<EventSource<?, PeriodicTask>> prepareEventSources(EventSourceContext<PeriodicTask> context) {
        var deletions = new Deletions<PeriodicTask>("deleted-tasks", this::forget);
        directory.attach(context.getPrimaryCache(), deletions);
        return List.of(Sources.brokers(context, TaskDirectory::brokerOf), deletions);
    }

    private void forget(PeriodicTask task) {
        refresh.forget(EntryIds.of(task));
        placement.remove(task);
    }

    @Override
    public UpdateControl<PeriodicTask> reconcile(PeriodicTask task, Context<PeriodicTask> context) {
        if (Changes.isPaused(task)) {
            return UpdateControl.noUpdate();
        }
        Optional<TaskBroker> broker = context.getSecondaryResource(TaskBroker.class);
        Verdict verdict = PeriodicTaskValidation.judge(task, EntryIds.of(task), MinimumPeriods.of(broker));
        return report(
                task,
                verdict.isAccepted() ? runNow.follow(task, placement.place(task, broker)) : refuse(task, verdict));
    }

    private Placed refuse(PeriodicTask task, Verdict verdict) {
        placement.remove(task);
        return Placed.settled(statuses.refused(task, verdict));
    }

    private UpdateControl<PeriodicTask> report(PeriodicTask task, Placed placed) {
        Optional<PeriodicTaskStatus> status = placed.status();
        UpdateControl<PeriodicTask> control = status.isEmpty()
                ? UpdateControl.noUpdate()
                : statusWriter.write(
                        task,
                        status.get(),
                        PeriodicTask::new,
                        (before, after) -> refresh.matters(EntryIds.of(task), before, after));
        placed.again().ifPresent(control::rescheduleAfter);
        return control;
    }
}
