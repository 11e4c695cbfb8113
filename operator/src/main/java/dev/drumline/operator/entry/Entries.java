// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.crds.periodictask.CatchUp;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictask.PeriodicTaskSpec;
import dev.drumline.crds.periodictask.ScheduleSpecs;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.util.Map;

/** What a task looks like in Redis. */
public final class Entries {
    private Entries() {}

    /** @param task one that was found valid */
    public static ScheduleEntry of(PeriodicTask task) {
        return of(EntryIds.of(task), task.getSpec(), ScheduleSpecs.of(task));
    }

    /** @param spec one that was found valid, and its schedule */
    public static ScheduleEntry of(String id, PeriodicTaskSpec spec, ScheduleSpec schedule) {
        return new ScheduleEntry(id, schedule, call(spec), delivery(spec), policy(spec));
    }

    private static TaskCall call(PeriodicTaskSpec spec) {
        ArrayNode args = spec.args() instanceof ArrayNode given ? given : Json.array();
        ObjectNode kwargs = spec.kwargs() instanceof ObjectNode given ? given : Json.object();
        return new TaskCall(spec.task(), args, kwargs);
    }

    private static Delivery delivery(PeriodicTaskSpec spec) {
        return new Delivery(
                spec.queue(),
                spec.priority(),
                toLong(spec.expiresSeconds()),
                headers(spec),
                ignoresResult(spec),
                timeLimits(spec),
                concurrency(spec));
    }

    /** By its result it is seen that a run has ended, where somebody waits for that. */
    private static boolean ignoresResult(PeriodicTaskSpec spec) {
        return spec.ignoreResult() == null ? concurrency(spec) == null : spec.ignoreResult();
    }

    private static Concurrency concurrency(PeriodicTaskSpec spec) {
        return switch (spec.concurrencyPolicy()) {
            case ALLOW -> null;
            case FORBID -> Concurrency.FORBID;
            case REPLACE -> Concurrency.REPLACE;
        };
    }

    private static ObjectNode headers(PeriodicTaskSpec spec) {
        if (spec.headers() == null || spec.headers().isEmpty()) {
            return null;
        }
        ObjectNode headers = Json.object();
        spec.headers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(header -> headers.put(header.getKey(), header.getValue()));
        return headers;
    }

    private static Delivery.TimeLimits timeLimits(PeriodicTaskSpec spec) {
        return spec.timeLimitSeconds() == null && spec.softTimeLimitSeconds() == null
                ? null
                : new Delivery.TimeLimits(toLong(spec.timeLimitSeconds()), toLong(spec.softTimeLimitSeconds()));
    }

    private static MissPolicy policy(PeriodicTaskSpec spec) {
        return new MissPolicy(
                toLong(spec.startingDeadlineSeconds()),
                spec.catchUp() == CatchUp.ALL ? MissPolicy.CatchUp.ALL : MissPolicy.CatchUp.LATEST);
    }

    private static Long toLong(Integer seconds) {
        return seconds == null ? null : seconds.longValue();
    }
}
