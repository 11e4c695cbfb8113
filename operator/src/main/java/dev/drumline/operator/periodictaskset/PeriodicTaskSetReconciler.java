// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset;

import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.crds.periodictaskset.PeriodicTaskSetStatus;
import dev.drumline.operator.ControllerDefaults;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.informer.Changes;
import dev.drumline.operator.status.StatusWriter;
import dev.drumline.operator.validation.PeriodicTaskSetValidation;
import dev.drumline.operator.validation.Verdict;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.quarkiverse.operatorsdk.runtime.api.ConfigurableReconciler;
import java.util.List;

/** PeriodicTaskSet → a status that says what is wrong with it or, for now, that it is not yet supported. */
@ControllerConfiguration(name = "periodictaskset", fieldManager = "drumline-operator")
public class PeriodicTaskSetReconciler implements ConfigurableReconciler<PeriodicTaskSet> {
    private final Conditions conditions;
    private final StatusWriter statusWriter;

    public PeriodicTaskSetReconciler(Conditions conditions, StatusWriter statusWriter) {
        this.conditions = conditions;
        this.statusWriter = statusWriter;
    }

    @Override
    public void updateConfigurationFrom(ControllerConfigurationOverrider<PeriodicTaskSet> config) {
        ControllerDefaults.apply(config);
    }

    @Override
    public UpdateControl<PeriodicTaskSet> reconcile(PeriodicTaskSet set, Context<PeriodicTaskSet> context) {
        if (Changes.isPaused(set)) {
            return UpdateControl.noUpdate();
        }
        return statusWriter.write(set, status(set), PeriodicTaskSet::new, (before, after) -> !before.equals(after));
    }

    private PeriodicTaskSetStatus status(PeriodicTaskSet set) {
        Verdict verdict = PeriodicTaskSetValidation.judge(set);
        PeriodicTaskSetStatus before = set.getStatus();
        var ready = conditions.no(set, Conditions.READY, verdict.reason(), verdict.message());
        return new PeriodicTaskSetStatus(
                Conditions.merge(before == null ? null : before.conditions(), List.of(ready)),
                set.getMetadata().getGeneration(),
                null,
                null,
                null,
                null);
    }
}
