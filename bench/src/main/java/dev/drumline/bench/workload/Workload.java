// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Duration;
import java.time.Instant;

/**
 * Checks of metrics: so many entries, each due once in a period, told apart by their only argument, 0 and up. Nothing is let
 * go, so that each occurrence counts.
 *
 * @param period such as {@code 10s}
 */
public record Workload(int entries, String period) {

    public static final String QUEUE = "metrics";
    public static final String TASK = "monitor.check_metric";
    public static final long EXPIRES_SECONDS = 60;

    private static final String ID = "bench/check-";
    private static final Delivery DELIVERY = new Delivery(QUEUE, null, EXPIRES_SECONDS, null, true, null, null);
    private static final MissPolicy POLICY = new MissPolicy(null, MissPolicy.CatchUp.ALL);

    public long periodMillis() {
        return schedule(0).leastGapMillis();
    }

    public String id(int entry) {
        return ID + entry;
    }

    public static int entryOf(String id) {
        return Integer.parseInt(id.substring(ID.length()));
    }

    public Schedule schedule(int entry) {
        return Schedules.parse(spec(), id(entry));
    }

    private ScheduleSpec spec() {
        return ScheduleSpec.of(new Rule.Every(period, null));
    }

    public ScheduleEntry entry(int entry) {
        ArrayNode args = Json.array().add(entry);
        ObjectNode kwargs = Json.object().put("metric", "cpu").put("host", "host-" + entry % 1_000);
        return new ScheduleEntry(id(entry), spec(), new TaskCall(TASK, args, kwargs), DELIVERY, POLICY);
    }

    /** The length of one of its messages. */
    public int messageBytes() {
        ScheduleEntry entry = entry(entries - 1);
        long now = Instant.EPOCH.plus(Duration.ofDays(20_000)).toEpochMilli();
        return MessageTemplate.of(entry.id(), entry.call(), entry.delivery(), "beat@host-0123456789")
                .message(now, now)
                .length;
    }
}
