// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.crds.periodictaskset.PeriodicTaskSetStatus;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.condition.Reasons;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.periodictaskset.reading.Summary;
import dev.drumline.operator.validation.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The status of a set, from what was found. */
@ApplicationScoped
public class PeriodicTaskSetStatuses {
    private final Conditions conditions;
    private final RowConditions rows;

    public PeriodicTaskSetStatuses(Conditions conditions) {
        this.conditions = conditions;
        this.rows = new RowConditions(conditions);
    }

    PeriodicTaskSetStatus refused(PeriodicTaskSet set, Verdict verdict) {
        return unknown(set, conditions.no(set, Conditions.READY, verdict.reason(), verdict.message()));
    }

    PeriodicTaskSetStatus brokerMissing(PeriodicTaskSet set, BrokerId broker) {
        String message = "there is no TaskBroker \"" + broker.name() + "\" in this namespace";
        return unknown(set, conditions.no(set, Conditions.READY, Reasons.BROKER_NOT_FOUND, message));
    }

    PeriodicTaskSetStatus brokerRefused(PeriodicTaskSet set, BrokerId broker, String why) {
        String message = "TaskBroker \"" + broker.name() + "\" is not usable: " + why;
        return unknown(set, conditions.no(set, Conditions.READY, Reasons.BROKER_NOT_READY, message));
    }

    PeriodicTaskSetStatus redisUnreachable(PeriodicTaskSet set, String why) {
        String message = "not stored yet, Redis does not answer: " + why;
        return unknown(set, conditions.unknown(set, Conditions.READY, Reasons.REDIS_UNREACHABLE, message));
    }

    PeriodicTaskSetStatus unheard(PeriodicTaskSet set, Optional<String> why) {
        String message = "the ConfigMaps are not known yet"
                + why.map(fault -> ": " + fault).orElse("");
        return unknown(set, conditions.unknown(set, Conditions.READY, Reasons.CONFIG_MAPS_UNREADABLE, message));
    }

    PeriodicTaskSetStatus underway(PeriodicTaskSet set, Summary summary, int pending) {
        // How far it is stands in the numbers: another message would be another event.
        String message = "not all rows are read yet, see status.pendingSources";
        Condition ready = conditions.unknown(set, Conditions.READY, Reasons.READING_ROWS, message);
        return with(set, ready, summary, pending);
    }

    PeriodicTaskSetStatus done(PeriodicTaskSet set, Summary summary, boolean suspended) {
        return with(set, ready(set, summary, suspended), summary, 0);
    }

    private Condition ready(PeriodicTaskSet set, Summary summary, boolean suspended) {
        String message = summary.accepted() + " of " + summary.rows() + " rows are accepted";
        if (summary.accepted() == 0 && summary.rejected() > 0) {
            return conditions.no(set, Conditions.READY, Reasons.ROWS_REJECTED, message);
        }
        if (summary.accepted() == 0 && !summary.found().isComplete()) {
            return rows.read(set, Conditions.READY, summary);
        }
        return suspended
                ? conditions.yes(
                        set,
                        Conditions.READY,
                        Reasons.SUSPENDED,
                        message + "; none fires while template.suspend is true")
                : conditions.yes(set, Conditions.READY, Reasons.ACCEPTED, message);
    }

    private PeriodicTaskSetStatus with(PeriodicTaskSet set, Condition ready, Summary summary, int pending) {
        return new PeriodicTaskSetStatus(
                merge(
                        set,
                        List.of(
                                ready,
                                rows.read(set, summary),
                                rows.accepted(set, summary),
                                rows.unique(set, summary))),
                set.getMetadata().getGeneration(),
                summary.rows(),
                summary.accepted(),
                summary.rejected(),
                summary.over(),
                summary.rejections(),
                pending);
    }

    /** What was said of the rows before is said no more: nobody has looked at them. */
    private PeriodicTaskSetStatus unknown(PeriodicTaskSet set, Condition ready) {
        return new PeriodicTaskSetStatus(
                merge(set, List.of(ready)), set.getMetadata().getGeneration(), null, null, null, null, null, null);
    }

    private static List<Condition> merge(PeriodicTaskSet set, List<Condition> latest) {
        PeriodicTaskSetStatus before = set.getStatus();
        return Conditions.merge(before == null ? null : before.conditions(), latest);
    }
}
