// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Makes entries of all kinds.
 *
 * @param generation the only argument of their task, so that every definition's messages can be told apart
 */
record Entries(SplittableRandom random, long nowMillis, long generation) {

    /** A queue without bounds, one that is soon full, and one whose key may be no list. */
    static final String PLAIN = "plain";

    static final String NARROW = "narrow";
    static final String BRITTLE = "brittle";

    ScheduleEntry entry(String id) {
        return new ScheduleEntry(id, schedule(), call(), delivery(), policy());
    }

    /** Due ten times a second, each time for certain. */
    static ScheduleEntry often(String id) {
        return new ScheduleEntry(
                id,
                ScheduleSpec.of(new Rule.Every("100ms", null)),
                new TaskCall("task", Json.array().add(0), Json.object()),
                Delivery.to(PLAIN),
                new MissPolicy(null, MissPolicy.CatchUp.ALL));
    }

    /** The same schedule; somebody changed its task, and perhaps how it is delivered. */
    ScheduleEntry withAnotherTask(ScheduleEntry old) {
        boolean elsewhere = random.nextInt(3) == 0;
        return new ScheduleEntry(
                old.id(),
                old.schedule(),
                call(),
                elsewhere ? delivery() : old.delivery(),
                elsewhere ? policy() : old.policy());
    }

    private TaskCall call() {
        return new TaskCall("task", Json.array().add(generation), Json.object());
    }

    private Delivery delivery() {
        Integer priority = oneOf(null, null, 0, 9);
        Concurrency concurrency = oneOf(null, null, null, null, Concurrency.FORBID, Concurrency.REPLACE);
        return new Delivery(oneOf(PLAIN, PLAIN, NARROW, BRITTLE), priority, null, null, null, null, concurrency);
    }

    private MissPolicy policy() {
        return new MissPolicy(
                oneOf(null, null, 1L, 5L, 30L), oneOf(null, MissPolicy.CatchUp.values()[random.nextInt(2)]));
    }

    private ScheduleSpec schedule() {
        return switch (random.nextInt(8)) {
            case 0 -> ScheduleSpec.of(new Rule.At(onlyOnce()));
            case 1 ->
                ScheduleSpec.of(new Rule.Cron(oneOf("* * * * *", "*/2 * * * *", "0-59/3 2 * * *")))
                        .in(oneOf("UTC", "Europe/Berlin"));
            case 2 -> ScheduleSpec.of(every()).between(instant(-10_000, 20_000), instant(50_000, 80_000));
            case 3 -> ScheduleSpec.of(new Rule.Cron("* * * * *")).spreadOver(60);
            default -> ScheduleSpec.of(every());
        };
    }

    private Rule every() {
        String period = oneOf("200ms", "500ms", "700ms", "1s", "1s", "3s", "5s", "7s", "10s", "30s");
        return new Rule.Every(period, random.nextInt(3) == 0 ? instant(-1_000, 1_000) : null);
    }

    /** An instant that no other definition has. */
    private String onlyOnce() {
        long second = Math.floorDiv(nowMillis + random.nextLong(-2_000, 30_000), 1_000);
        return Instant.ofEpochMilli(second * 1_000 + generation % 1_000).toString();
    }

    private String instant(long fromMillis, long toMillis) {
        return Instant.ofEpochMilli(nowMillis + random.nextLong(fromMillis, toMillis))
                .toString();
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
