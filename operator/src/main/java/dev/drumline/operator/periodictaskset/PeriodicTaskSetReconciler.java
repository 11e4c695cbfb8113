// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset;

import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.ControllerDefaults;
import dev.drumline.operator.informer.Changes;
import dev.drumline.operator.informer.Deletions;
import dev.drumline.operator.informer.Sources;
import dev.drumline.operator.status.StatusWriter;
import dev.drumline.operator.validation.PeriodicTaskSetValidation;
import dev.drumline.operator.validation.Verdict;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.quarkiverse.operatorsdk.runtime.api.ConfigurableReconciler;
import java.util.List;

/** PeriodicTaskSet → an entry in Redis for each of its rows, and a status that says which were rejected and why. */
@ControllerConfiguration(name = "periodictaskset", fieldManager = "drumline-operator")
public class PeriodicTaskSetReconciler implements ConfigurableReconciler<PeriodicTaskSet> {
    private final SetDirectory directory;
    private final SetPlacement placement;
    private final PeriodicTaskSetStatuses statuses;
    private final StatusWriter statusWriter;

    public PeriodicTaskSetReconciler(
            SetDirectory directory,
            SetPlacement placement,
            PeriodicTaskSetStatuses statuses,
            StatusWriter statusWriter) {
        this.directory = directory;
        this.placement = placement;
        this.statuses = statuses;
        this.statusWriter = statusWriter;
    }

    @Override
    public void updateConfigurationFrom(ControllerConfigurationOverrider<PeriodicTaskSet> config) {
        ControllerDefaults.apply(config);
    }

    @Override
    public List<EventSource<?, PeriodicTaskSet>> prepareEventSources(EventSourceContext<PeriodicTaskSet> context) {
        var deletions = new Deletions<PeriodicTaskSet>("deleted-sets", placement::remove);
        directory.attach(context.getPrimaryCache(), deletions);
        return List.of(Sources.brokers(context, SetPlacement::brokerOf), deletions);
    }

    @Override
    public UpdateControl<PeriodicTaskSet> reconcile(PeriodicTaskSet set, Context<PeriodicTaskSet> context) {
        if (Changes.isPaused(set)) {
            return UpdateControl.noUpdate();
        }
        Verdict verdict = PeriodicTaskSetValidation.judge(set);
        return report(
                set,
                verdict.isAccepted()
                        ? placement.place(set, context.getSecondaryResource(TaskBroker.class))
                        : PlacedSet.settled(statuses.refused(set, verdict)));
    }

    private UpdateControl<PeriodicTaskSet> report(PeriodicTaskSet set, PlacedSet placed) {
        UpdateControl<PeriodicTaskSet> control = placed.status()
                .map(status ->
                        statusWriter.write(set, status, PeriodicTaskSet::new, (before, after) -> !before.equals(after)))
                .orElseGet(UpdateControl::noUpdate);
        placed.again().ifPresent(control::rescheduleAfter);
        return control;
    }
}
