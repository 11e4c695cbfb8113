// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerSight;
import jakarta.enterprise.context.ApplicationScoped;

/** What is looked after for a broker's tasks each time that the broker was looked at. */
@ApplicationScoped
public class TaskRounds {
    private final SchedulePatrol patrol;
    private final MissedWatch missed;

    public TaskRounds(SchedulePatrol patrol, MissedWatch missed) {
        this.patrol = patrol;
        this.missed = missed;
    }

    /** @throws dev.drumline.operator.link.RedisUnreachableException when Redis doesn't answer */
    public void make(TaskBroker broker, BrokerLink link, BrokerSight sight) {
        patrol.check(broker, link, sight);
        missed.check(BrokerId.of(broker), link, sight);
    }
}
