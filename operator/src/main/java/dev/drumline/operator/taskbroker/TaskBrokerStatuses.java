// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.taskbroker.TaskBrokerStatus;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.condition.Reasons;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.link.BrokerSight;
import dev.drumline.operator.link.RedisUnreachableException;
import dev.drumline.operator.owned.Component;
import dev.drumline.operator.periodictask.Checkpoints;
import dev.drumline.operator.validation.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The status of a broker, from what was found. */
@ApplicationScoped
public class TaskBrokerStatuses {
    private static final String REDIS_REACHABLE = "RedisReachable";
    private static final String NOT_ASKED = "not asked while the spec is refused";

    private final Conditions conditions;
    private final Checkpoints checkpoints;

    public TaskBrokerStatuses(Conditions conditions, Checkpoints checkpoints) {
        this.conditions = conditions;
        this.checkpoints = checkpoints;
    }

    TaskBrokerStatus refused(TaskBroker broker, Verdict verdict) {
        return with(
                broker,
                conditions.no(broker, Conditions.READY, verdict.reason(), verdict.message()),
                conditions.unknown(broker, REDIS_REACHABLE, verdict.reason(), NOT_ASKED),
                conditions.unknown(broker, Conditions.REDIS_KEEPS_DATA, verdict.reason(), NOT_ASKED));
    }

    TaskBrokerStatus unreachable(TaskBroker broker, RedisUnreachableException why) {
        String message = "Redis at "
                + BrokerEndpoint.of(broker.getSpec(), false).url() + " does not answer: " + why.getMessage();
        return with(
                broker,
                conditions.no(broker, Conditions.READY, Reasons.REDIS_UNREACHABLE, message),
                conditions.no(broker, REDIS_REACHABLE, Reasons.REDIS_UNREACHABLE, message),
                conditions.unknown(broker, Conditions.REDIS_KEEPS_DATA, Reasons.REDIS_UNREACHABLE, message));
    }

    TaskBrokerStatus seen(TaskBroker broker, BrokerSight sight) {
        return new TaskBrokerStatus(
                merge(
                        broker,
                        ready(broker, sight),
                        conditions.yes(broker, REDIS_REACHABLE, Reasons.REDIS_REACHABLE, "Redis answers"),
                        keepsData(broker, sight)),
                broker.getMetadata().getGeneration(),
                sight.beats(),
                Component.beatOf(broker).selectorText(),
                sight.partitionsHeld(),
                sight.schedules(),
                checkpoints
                        .firedThrough(broker, sight)
                        .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(null));
    }

    private Condition ready(TaskBroker broker, BrokerSight sight) {
        int partitions = broker.getSpec().partitions();
        if (sight.partitionsHeld() == partitions) {
            return conditions.yes(
                    broker,
                    Conditions.READY,
                    Reasons.ALL_PARTITIONS_HELD,
                    "beats hold all " + partitions + " partitions");
        }
        String held = "beats hold " + sight.partitionsHeld() + " of " + partitions + " partitions";
        return sight.beats() == 0
                ? conditions.no(broker, Conditions.READY, Reasons.NO_BEATS, "no beat has reported: " + held)
                : conditions.no(broker, Conditions.READY, Reasons.PARTITIONS_UNHELD, held);
    }

    private Condition keepsData(TaskBroker broker, BrokerSight sight) {
        return sight.evicts()
                ? conditions.no(
                        broker,
                        Conditions.REDIS_KEEPS_DATA,
                        Reasons.EVICTION_ENABLED,
                        "Redis may throw schedules and messages away: set its maxmemory-policy to noeviction")
                : conditions.yes(
                        broker, Conditions.REDIS_KEEPS_DATA, Reasons.NO_EVICTION, "maxmemory-policy is noeviction");
    }

    /** The rest of the status stays as it was last seen. */
    private TaskBrokerStatus with(TaskBroker broker, Condition... latest) {
        TaskBrokerStatus before = broker.getStatus();
        return new TaskBrokerStatus(
                merge(broker, latest),
                broker.getMetadata().getGeneration(),
                before == null ? null : before.beats(),
                Component.beatOf(broker).selectorText(),
                before == null ? null : before.partitionsHeld(),
                before == null ? null : before.schedules(),
                before == null ? null : before.firedThroughTime());
    }

    private static List<Condition> merge(TaskBroker broker, Condition... latest) {
        TaskBrokerStatus before = broker.getStatus();
        return Conditions.merge(before == null ? null : before.conditions(), List.of(latest));
    }
}
