// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.status;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.common.ConditionedStatus;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.event.Events;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** Writes a status when it is worth a write, and tells events when what a condition says has changed. */
@ApplicationScoped
public class StatusWriter {
    private final Events events;

    public StatusWriter(Events events) {
        this.events = events;
    }

    /**
     * @param blank makes an empty resource of the kind: a server-side apply names only what it owns
     * @param matters whether the step from the old status, which is never null there, to the new one is worth a write
     */
    public <S extends ConditionedStatus, R extends CustomResource<?, S>> UpdateControl<R> write(
            R resource, S status, Supplier<R> blank, BiPredicate<S, S> matters) {
        S before = resource.getStatus();
        if (before != null && !matters.test(before, status)) {
            return UpdateControl.noUpdate();
        }
        tellChanges(resource, before, status);
        R patch = blank.get();
        patch.getMetadata().setNamespace(resource.getMetadata().getNamespace());
        patch.getMetadata().setName(resource.getMetadata().getName());
        patch.setStatus(status);
        return UpdateControl.patchStatus(patch);
    }

    /** A first acceptance is no news; all else is. */
    private void tellChanges(CustomResource<?, ?> resource, ConditionedStatus before, ConditionedStatus after) {
        List<Condition> told = new ArrayList<>();
        for (Condition now : after.conditions()) {
            Condition old = before == null ? null : Conditions.find(before.conditions(), now.type());
            boolean firstAcceptance = old == null && now.status().equals("True");
            boolean alreadyTold = told.stream().anyMatch(other -> Conditions.sameSense(other, now));
            if (!firstAcceptance && !alreadyTold && !Conditions.sameSense(old, now)) {
                told.add(now);
                events.tell(resource, now);
            }
        }
    }
}
