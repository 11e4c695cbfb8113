// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.informer;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.link.BrokerRefusal;
import java.util.Objects;

/** Which changes of a broker concern those that refer to it: another spec, its refusal, or Redis that answers again. */
final class BrokerChange {
    static final String REDIS_REACHABLE = "RedisReachable";

    private BrokerChange() {}

    static boolean matters(TaskBroker now, TaskBroker before) {
        return !Objects.equals(
                        now.getMetadata().getGeneration(), before.getMetadata().getGeneration())
                || !Objects.equals(redis(now), redis(before))
                || !BrokerRefusal.of(now).equals(BrokerRefusal.of(before));
    }

    private static String redis(TaskBroker broker) {
        Condition reachable = broker.getStatus() == null
                ? null
                : Conditions.find(broker.getStatus().conditions(), REDIS_REACHABLE);
        return reachable == null ? null : reachable.status();
    }
}
