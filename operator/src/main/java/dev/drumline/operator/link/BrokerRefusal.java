// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.condition.Reasons;
import java.util.Objects;
import java.util.Optional;

/** Whether a broker without a link is refused, or has only not been reconciled yet. */
public final class BrokerRefusal {
    private BrokerRefusal() {}

    /** The condition that refuses the broker's present spec. */
    public static Optional<Condition> of(TaskBroker broker) {
        Condition ready = broker.getStatus() == null
                ? null
                : Conditions.find(broker.getStatus().conditions(), Conditions.READY);
        return Optional.ofNullable(ready)
                .filter(condition -> condition.reason().equals(Reasons.INVALID_SPEC)
                        || condition.reason().equals(Reasons.NOT_YET_SUPPORTED))
                .filter(condition -> Objects.equals(
                        condition.observedGeneration(), broker.getMetadata().getGeneration()));
    }
}
