// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.spec.MinimumPeriod;
import java.util.Optional;

/** How often a broker lets a rule fire. */
public final class MinimumPeriods {
    private MinimumPeriods() {}

    /** That of the broker, as far as there is one to say it: a missing or refused broker is told in another condition. */
    public static MinimumPeriod of(Optional<TaskBroker> broker) {
        try {
            return broker.map(found -> MinimumPeriod.parse(found.getSpec().minimumPeriod()))
                    .orElse(MinimumPeriod.LEAST);
        } catch (ScheduleException refusedWithItsBroker) {
            return MinimumPeriod.LEAST;
        }
    }
}
