// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.system;

import static dev.drumline.e2e.village.VillageForTests.succeed;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumline.e2e.village.Command;
import dev.drumline.e2e.village.Expected;
import dev.drumline.e2e.village.PushLedger;
import dev.drumline.e2e.village.VillageForTests;
import dev.drumline.schedule.spec.Exclusion;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a task's schedule may say, as the queues show it. */
class SchedulesE2E {

    @RegisterExtension
    static final VillageForTests VILLAGE = VillageForTests.withoutExamples();

    private static final String QUEUE = "ticks";
    private static final String ANCHOR = "2026-01-01T00:00:00Z";

    /** What was applied must have taken effect so long afterwards. */
    private static final long EFFECT_SECONDS = 2;

    private PushLedger ledger;

    @BeforeAll
    static void applyABroker() throws Exception {
        Command.needKubectl();
        for (String file : new String[] {"redis.yaml", "broker.yaml"}) {
            kubectl("apply", "-f", "examples/quickstart/" + file);
        }
        kubectl("wait", "--for=condition=Ready", "tb/default", "--timeout=120s");
    }

    @BeforeEach
    void listen() throws Exception {
        await().atMost(60, SECONDS)
                .until(() -> VILLAGE.status().path("partitionsHeld").intValue() == 64);
        ledger = PushLedger.of(VILLAGE.redisUrl());
    }

    @AfterEach
    void stopListening() throws Exception {
        ledger.close();
    }

    @Test
    void shouldFireByEachOfSeveralRulesButNotWhereAnExceptionSaysSo() throws Exception {
        // Given each second and, between, each third half second; of ten seconds the first four are left out
        Rule seconds = new Rule.Every("1s", ANCHOR);
        Rule halves = new Rule.Every("3s", "2026-01-01T00:00:00.5Z");
        Exclusion fourOfTen = new Exclusion(new Rule.Every("10s", ANCHOR), 4);
        VILLAGE.apply(task("several", """
                  schedules:
                    - {every: 1s, anchorTime: "2026-01-01T00:00:00Z"}
                    - {every: 3s, anchorTime: "2026-01-01T00:00:00.5Z"}
                  except:
                    - {every: 10s, anchorTime: "2026-01-01T00:00:00Z", forSeconds: 4}
                """));

        // When it has fired for a while
        Instant from = Instant.now().plusSeconds(EFFECT_SECONDS);
        Instant to = from.plusSeconds(20);
        await().atMost(60, SECONDS).until(() -> Instant.now().isAfter(to));

        // Then all that is left was queued once, and nothing that is left out
        ScheduleSpec both = ScheduleSpec.of(seconds, halves);
        Set<String> wanted = expected("several", both.except(fourOfTen), from, to);
        Set<String> leftOut = expected("several", both, from, to);
        leftOut.removeAll(wanted);
        assertThat(wanted).hasSizeGreaterThan(12);
        assertThat(leftOut).hasSizeGreaterThan(6);
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(ledger.ids(QUEUE)).containsAll(wanted));
        assertThat(ledger.ids(QUEUE)).doesNotContainAnyElementsOf(leftOut).doesNotHaveDuplicates();
        assertThat(kubectl("get", "pt/several"))
                .containsPattern("several +every 1s \\+ every 3s except every 10s +ticks +false +True");
        kubectl("delete", "pt/several");
    }

    @Test
    void shouldFireAsOftenAsItMayAndBeCompleted() throws Exception {
        Instant start = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        VILLAGE.apply(task("thrice", """
                  schedule: {every: 1s}
                  startTime: "%s"
                  maxRuns: 3
                """.formatted(start)));

        kubectl(
                "wait", "--for=jsonpath={.status.conditions[?(@.type==\"Ready\")].reason}=Completed",
                "pt/thrice", "--timeout=90s");

        assertThat(ledger.ids(QUEUE))
                .containsExactlyInAnyOrderElementsOf(
                        expected("thrice", ScheduleSpec.of(new Rule.Every("1s", null)), start, start.plusSeconds(3)));
        kubectl("delete", "pt/thrice");
    }

    @Test
    void shouldTakeOutWhatFiresMoreOftenThanItsBrokerLets() throws Exception {
        // Given
        VILLAGE.apply("""
                apiVersion: drumline.dev/v1beta1
                kind: TaskBroker
                metadata: {name: calm}
                spec: {redis: {url: "redis://redis:6379/1"}, beat: {replicas: 0}}
                """);
        VILLAGE.apply(task("hasty", """
                  brokerRef: {name: calm}
                  schedule: {every: 200ms}
                """));
        kubectl("wait", "--for=condition=Ready", "pt/hasty", "--timeout=60s");
        awaitSchedules("1");

        // When
        kubectl("patch", "tb/calm", "--type=merge", "-p", "{\"spec\":{\"minimumPeriod\":\"1s\"}}");

        // Then
        kubectl("wait", "--for=condition=Ready=false", "pt/hasty", "--timeout=60s");
        assertThat(kubectl("get", "pt/hasty", "-o", "jsonpath={.status.conditions[?(@.type==\"Ready\")].message}"))
                .isEqualTo("spec.schedule.every: fires again after 200ms, more often than the broker's minimum of 1s");
        awaitSchedules("0");

        // And when it may
        kubectl("patch", "tb/calm", "--type=merge", "-p", "{\"spec\":{\"minimumPeriod\":\"200ms\"}}");
        kubectl("wait", "--for=condition=Ready", "pt/hasty", "--timeout=60s");
        awaitSchedules("1");
        kubectl("delete", "pt/hasty", "tb/calm");
    }

    @Test
    void shouldGoOnFromTheCheckpointWhenRedisWasEmptied() throws Exception {
        // Given
        VILLAGE.apply(task("survivor", """
                  schedule: {every: 1s, anchorTime: "2026-01-01T00:00:00Z"}
                  catchUp: All
                """));
        Instant applied = Instant.now();
        await().atMost(90, SECONDS).until(() -> checkpoint().isAfter(applied));

        // When
        Instant emptied = Instant.now();
        VILLAGE.emptyRedis();

        // Then what was due since the checkpoint is fired, whether or not it had been before, and so is what follows
        Instant through = emptied.plusSeconds(20);
        await().atMost(60, SECONDS).until(() -> Instant.now().isAfter(through));
        Set<String> wanted =
                expected("survivor", ScheduleSpec.of(new Rule.Every("1s", ANCHOR)), applied.plusSeconds(3), through);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(ledger.ids(QUEUE)).containsAll(wanted));
        assertThat(kubectl("get", "events", "--field-selector", "reason=DataLost"))
                .contains("the schedules are written back");
        kubectl("delete", "pt/survivor");
    }

    private static Instant checkpoint() throws Exception {
        String time = kubectl("get", "tb/default", "-o", "jsonpath={.status.firedThroughTime}");
        return time.isEmpty() ? Instant.EPOCH : Instant.parse(time);
    }

    @Test
    void shouldAcceptEachKindAndSayItInAColumn() throws Exception {
        kubectl("apply", "-f", "examples/schedules.yaml");
        kubectl("wait", "--for=condition=Ready", "pt", "--all", "--timeout=60s");

        assertThat(kubectl("get", "pt", "-o", "wide"))
                .containsPattern("each-half-minute +every 30s +metrics +false +True")
                .containsPattern("workdays-at-nine +cron 0 9 \\* \\* mon-fri Europe/Berlin +metrics")
                .containsPattern("friday-the-13th +crontab 0 12 13 \\* fri America/New_York +metrics")
                .containsPattern("next-leap-day +at 2028-02-29T12:00:00\\+01:00 +metrics")
                .containsPattern("lamps-on +solar sunset 52.52 13.405 +metrics")
                .containsPattern("last-working-day +rrule FREQ=MONTHLY;BYDAY=MO,[^ ]+ Asia/Tokyo +metrics")
                .containsPattern("office-hours +cron \\*/5 9-17 \\* \\* mon-fri \\+ cron 0 11 \\* \\* sat "
                        + "except cron \\* 12 \\* \\* \\* \\+ cron 0 0 25 12 \\* Europe/Berlin +metrics")
                .containsPattern("next-leap-day .* 2028-02-29T11:00:00Z ");
        kubectl("delete", "-f", "examples/schedules.yaml");
    }

    private static void awaitSchedules(String count) {
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(kubectl("get", "tb/calm", "-o", "jsonpath={.status.schedules}"))
                        .isEqualTo(count));
    }

    /** @param lines of the spec, each indented by two */
    private static String task(String name, String lines) {
        return """
                apiVersion: drumline.dev/v1beta1
                kind: PeriodicTask
                metadata: {name: %s}
                spec:
                  task: drumline.echo
                  queue: %s
                """.formatted(name, QUEUE) + lines;
    }

    private static Set<String> expected(String name, ScheduleSpec spec, Instant from, Instant to) {
        String id = "default/" + name;
        return Expected.ids(Map.of(id, Schedules.parse(spec, id)), from, to);
    }

    private static String kubectl(String... arguments) throws IOException, InterruptedException {
        return succeed(VILLAGE.kubectl(arguments));
    }
}
