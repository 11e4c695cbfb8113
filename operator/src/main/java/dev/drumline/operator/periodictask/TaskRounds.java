// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerSight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What is looked after for a broker's tasks each time that the broker was looked at. */
@ApplicationScoped
public class TaskRounds {
    private final SchedulePatrol patrol;
    private final Resumption resumption;
    private final MissedWatch missed;

    public TaskRounds(SchedulePatrol patrol, Resumption resumption, MissedWatch missed) {
        this.patrol = patrol;
        this.resumption = resumption;
        this.missed = missed;
    }

    /**
     * @param before what was seen of the broker before
     * @return whether all its partitions can be fired
     * @throws dev.drumline.operator.link.RedisUnreachableException when Redis doesn't answer
     */
    public boolean make(TaskBroker broker, BrokerLink link, Optional<BrokerSight> before, BrokerSight sight) {
        boolean agrees = patrol.check(broker, link, sight, resumption.isDoubtful(broker, before, sight));
        boolean goesOn = resumption.resume(broker, link, sight, agrees);
        missed.check(BrokerId.of(broker), link, sight);
        return goesOn;
    }
}
