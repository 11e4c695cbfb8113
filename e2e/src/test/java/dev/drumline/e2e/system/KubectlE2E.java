// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.system;

import static dev.drumline.e2e.village.VillageForTests.succeed;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumline.broker.message.TaskIds;
import dev.drumline.e2e.village.Command;
import dev.drumline.e2e.village.Expected;
import dev.drumline.e2e.village.PushLedger;
import dev.drumline.e2e.village.VillageForTests;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a user does with kubectl, and what the queues show of it. */
class KubectlE2E {

    @RegisterExtension
    static final VillageForTests VILLAGE = VillageForTests.withoutExamples();

    private static final String QUEUE = "ticks";

    /** An edit must have taken effect so long after kubectl said that it was made. */
    private static final long EFFECT_SECONDS = 2;

    private PushLedger ledger;

    @BeforeAll
    static void applyABroker() throws Exception {
        Command.needKubectl();
        for (String file : new String[] {"redis.yaml", "broker.yaml"}) {
            kubectl("apply", "-f", "examples/quickstart/" + file);
        }
        kubectl("wait", "--for=condition=Ready", "tb/default", "--timeout=120s");
        await().atMost(60, SECONDS)
                .until(() -> VILLAGE.status().path("partitionsHeld").intValue() == 64);
    }

    @BeforeEach
    void listen() throws Exception {
        await().atMost(30, SECONDS)
                .until(() -> VILLAGE.status().path("partitionsHeld").intValue() == 64);
        ledger = PushLedger.of(VILLAGE.redisUrl());
    }

    @AfterEach
    void stopListening() throws Exception {
        ledger.close();
    }

    @Test
    void shouldFollowEveryEditWithinSeconds() throws Exception {
        // Given a task that was just applied
        applyTick("tick", "200ms");
        Instant applied = Instant.now().plusSeconds(EFFECT_SECONDS);
        assertFired("tick", "200ms", applied, applied.plusSeconds(3));

        // When it gets another period
        kubectl("patch", "pt/tick", "--type=merge", "-p", "{\"spec\":{\"schedule\":{\"every\":\"700ms\"}}}");
        Instant edited = Instant.now().plusSeconds(EFFECT_SECONDS);

        // Then the new one counts alone
        assertFired("tick", "700ms", edited, edited.plusSeconds(4));
        Set<String> old = expected("tick", "200ms", edited, Instant.now());
        old.removeAll(expected("tick", "700ms", edited, Instant.now()));
        assertThat(ledger.ids(QUEUE)).doesNotContainAnyElementsOf(old);

        // When it is suspended, nothing more is fired, and what was due meanwhile is not made up for
        kubectl("patch", "pt/tick", "--type=merge", "-p", "{\"spec\":{\"suspend\":true}}");
        Instant suspended = Instant.now().plusSeconds(EFFECT_SECONDS);
        SECONDS.sleep(EFFECT_SECONDS + 3);
        Set<String> meanwhile = expected("tick", "700ms", suspended, Instant.now());
        kubectl("patch", "pt/tick", "--type=merge", "-p", "{\"spec\":{\"suspend\":false}}");
        Instant resumed = Instant.now().plusSeconds(EFFECT_SECONDS);
        assertFired("tick", "700ms", resumed, resumed.plusSeconds(3));
        assertThat(meanwhile).isNotEmpty();
        assertThat(ledger.ids(QUEUE)).doesNotContainAnyElementsOf(meanwhile);

        // When it is deleted, it is gone
        kubectl("delete", "pt/tick");
        Instant deleted = Instant.now().plusSeconds(EFFECT_SECONDS);
        SECONDS.sleep(EFFECT_SECONDS + 3);
        assertThat(ledger.ids(QUEUE)).doesNotContainAnyElementsOf(expected("tick", "700ms", deleted, Instant.now()));
        assertThat(ledger.ids(QUEUE)).doesNotHaveDuplicates();
    }

    @Test
    void shouldShowWhatOneLooksFor() throws Exception {
        applyTick("shown", "10s");
        kubectl("wait", "--for=condition=Ready", "pt/shown", "--timeout=30s");
        VILLAGE.apply("""
                apiVersion: drumline.dev/v1beta1
                kind: WorkerPool
                metadata: {name: none}
                spec: {queues: [{name: unused}], replicas: 0}
                """);

        assertThat(kubectl("get", "pt,wp,tb"))
                .containsPattern("NAME +SCHEDULE +QUEUE +SUSPEND +READY +AGE")
                .containsPattern("shown +every 10s +ticks +false +True")
                .containsPattern("NAME +QUEUES +DESIRED +READY +BUSY +DEPTH +ACTIVE +AGE")
                .containsPattern("none +unused +0")
                .containsPattern("NAME +BEATS +PARTITIONS +HELD +SCHEDULES +READY +AGE")
                .containsPattern("default +2 +64 +64");
        assertThat(kubectl("explain", "pt.spec.schedule.every")).contains("at least 100ms");
        assertThat(kubectl("describe", "tb/default")).contains("Events:", "beats hold all 64 partitions");
        kubectl("scale", "wp/none", "--replicas=1");
        kubectl("scale", "wp/none", "--replicas=0");
        kubectl("delete", "wp/none", "pt/shown");
    }

    @Test
    void shouldTakeOutWhatWasDeletedWhileTheOperatorWasAway() throws Exception {
        // Given
        applyTick("forgotten", "500ms");
        Instant applied = Instant.now().plusSeconds(EFFECT_SECONDS);
        assertFired("forgotten", "500ms", applied, applied.plusSeconds(1));

        // When
        VILLAGE.processOf(operator()).destroyForcibly();
        kubectl("delete", "pt/forgotten", "--wait=false");

        // Then
        await().atMost(90, SECONDS)
                .until(() -> VILLAGE.status().path("schedules").longValue() == 0);
    }

    @Test
    void shouldSayThatTheBrokerIsMissingAndHealWhenItComes() throws Exception {
        VILLAGE.apply(tick("orphan", "1s", "brokerRef: {name: later}, "));
        kubectl(
                "wait", "--for=jsonpath={.status.conditions[?(@.type==\"Ready\")].reason}=BrokerNotFound",
                "pt/orphan", "--timeout=30s");

        VILLAGE.apply("""
                apiVersion: drumline.dev/v1beta1
                kind: TaskBroker
                metadata: {name: later}
                spec: {redis: {url: "redis://redis:6379/1"}, beat: {replicas: 0}}
                """);

        kubectl("wait", "--for=condition=Ready", "pt/orphan", "--timeout=60s");
        kubectl("delete", "pt/orphan", "tb/later");
    }

    @Test
    void shouldFireTheRowsOfASetAndFollowTheirConfigMaps() throws Exception {
        // Given
        kubectl("apply", "-f", "examples/sets/checks.yaml");
        kubectl("wait", "--for=condition=Ready", "pts/checks", "--timeout=30s");
        Instant applied = Instant.now().plusSeconds(EFFECT_SECONDS);
        assertThat(kubectl("get", "pts"))
                .containsPattern("NAME +ROWS +ACCEPTED +REJECTED +READY +AGE")
                .containsPattern("checks +6 +6 +0 +True");
        assertRowsFired(
                applied, applied.plusSeconds(5), Map.of("shop", "2s", "web-1", "2s", "web-2", "2s", "db-1", "2s"));

        // When one row of a ConfigMap is edited, and a bad one is added
        int edits = ledger.edits().size();
        kubectlApply("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: checks-web, labels: {example.com/rows: checks}}
                data:
                  rows.csv: |
                    key,period,host,limit
                    web-1,2s,web-1.example,200
                    web-2,3s,web-2.example,200
                    web-3,1m30s,web-3.example,"1,000"
                    web-4,never,web-4.example,200
                """);
        String sentence =
                "itemsFrom: ConfigMap \"checks-web\" line 5: schedule.every: must be a duration of at least 100ms,"
                        + " such as 10s, 1m30s or 500ms";
        kubectl("wait", "--for=jsonpath={.status.rejections[0].message}=" + sentence, "pts/checks", "--timeout=30s");
        Instant edited = Instant.now().plusSeconds(EFFECT_SECONDS);

        // Then that entry alone is written, and fires by its new schedule
        assertThat(ledger.edits().stream().skip(edits)).containsExactly("default/rows/web-2");
        assertRowsFired(edited, edited.plusSeconds(6), Map.of("shop", "2s", "web-1", "2s", "web-2", "3s"));
        assertThat(kubectl("get", "pts")).containsPattern("checks +7 +6 +1 +True");
        assertThat(kubectl("describe", "pts/checks")).contains("1 of 7 rows were rejected, first " + sentence);

        // When a ConfigMap is deleted, so are its rows
        edits = ledger.edits().size();
        kubectl("delete", "configmap", "checks-db");
        kubectl("wait", "--for=jsonpath={.status.acceptedRows}=4", "pts/checks", "--timeout=30s");
        assertThat(ledger.edits().stream().skip(edits))
                .containsExactlyInAnyOrder("default/rows/db-1", "default/rows/db-2");

        // When the set is deleted, so are its rows
        kubectl("delete", "--ignore-not-found", "-f", "examples/sets/checks.yaml");
        await().atMost(30, SECONDS)
                .until(() -> VILLAGE.status().path("schedules").longValue() == 0);
        assertThat(ledger.ids("metrics")).doesNotHaveDuplicates();
    }

    @Test
    void shouldGoOnWithoutALossWhenRedisIsKilled() throws Exception {
        // Given
        VILLAGE.apply(tick("steady", "500ms", "catchUp: All, "));
        Instant applied = Instant.now().plusSeconds(EFFECT_SECONDS);
        assertFired("steady", "500ms", applied, applied.plusSeconds(2));
        // What was written a second ago is on disk (appendfsync everysec).
        SECONDS.sleep(2);
        Set<String> before = Set.copyOf(ledger.ids(QUEUE));

        // When
        Instant killed = Instant.now();
        VILLAGE.processOf(redis()).destroyForcibly();
        await().atMost(60, SECONDS).ignoreExceptions().until(() -> {
            ledger = PushLedger.of(VILLAGE.redisUrl());
            return true;
        });
        Instant listening = Instant.now().plusSeconds(1);

        // Then everything that was due since is fired, nothing of before again
        assertFired("steady", "500ms", listening, listening.plusSeconds(5));
        assertThat(ledger.ids(QUEUE)).doesNotHaveDuplicates();
        Set<String> again = new HashSet<>(expected("steady", "500ms", applied, killed.minusSeconds(2)));
        again.retainAll(before);
        assertThat(ledger.ids(QUEUE)).doesNotContainAnyElementsOf(again);
        kubectl("wait", "--for=condition=Ready", "tb/default", "--timeout=60s");
        kubectl("delete", "pt/steady");
    }

    @Test
    void shouldRunATaskOnceForEachNewValueOfItsAnnotation() throws Exception {
        // Given one that is never due
        VILLAGE.apply(tick("manual", "24h", "suspend: true, "));
        kubectl("wait", "--for=condition=Ready", "pt/manual", "--timeout=30s");
        String first = TaskIds.ofRunNow("default/manual", "first");
        String second = TaskIds.ofRunNow("default/manual", "second");

        // When
        kubectl("annotate", "pt/manual", "drumline.dev/run-now=first");

        // Then
        kubectl("wait", "--for=jsonpath={.status.lastRunNow.taskId}=" + first, "pt/manual", "--timeout=30s");
        await().atMost(10, SECONDS).until(() -> ledger.ids(QUEUE).contains(first));
        assertThat(kubectl("describe", "pt/manual")).contains("RunNow", "queued once as task " + first);

        // And when the operator begins anew, what was asked for before is no news
        VILLAGE.processOf(operator()).destroyForcibly();
        kubectl("annotate", "--overwrite", "pt/manual", "drumline.dev/run-now=second");
        kubectl("wait", "--for=jsonpath={.status.lastRunNow.taskId}=" + second, "pt/manual", "--timeout=90s");
        await().atMost(10, SECONDS).until(() -> ledger.ids(QUEUE).contains(second));
        assertThat(ledger.ids(QUEUE)).containsExactly(first, second);
        kubectl("delete", "pt/manual");
    }

    @Test
    void shouldSkipWhatIsDueWhileTheOneBeforeHasNotEnded() throws Exception {
        // Given a queue that nobody drains
        VILLAGE.apply("""
                apiVersion: drumline.dev/v1beta1
                kind: PeriodicTask
                metadata: {name: slow}
                spec:
                  schedule: {every: 500ms}
                  concurrencyPolicy: Forbid
                  task: drumline.echo
                  queue: slow
                """);

        // When several were due, then one is queued, and the others are counted
        await().atMost(60, SECONDS).until(() -> !kubectl("get", "pt/slow", "-o", "jsonpath={.status.missed.running}")
                .isBlank());
        assertThat(ledger.ids("slow")).hasSize(1);
        assertThat(kubectl("describe", "pt/slow")).contains("OccurrencesMissed", "occurrences are let go (running)");
        assertThat(kubectl("get", "pt/slow", "-o", "wide"))
                .containsPattern("MISSED")
                .containsPattern("slow .* [1-9][0-9]* ");
        assertThat(VILLAGE.status().findValues("missed").toString()).contains("\"running\"");

        // When it is worked off, then others follow, one by one
        VILLAGE.apply("""
                apiVersion: drumline.dev/v1beta1
                kind: WorkerPool
                metadata: {name: slow}
                spec: {queues: [{name: slow}], replicas: 1}
                """);
        await().atMost(90, SECONDS).until(() -> ledger.ids("slow").size() >= 4);
        kubectl("delete", "pt/slow", "wp/slow");
    }

    @Test
    void shouldRevokeTheOneBeforeWhenTheNextIsDue() throws Exception {
        // Given a task that never ends by itself, and a worker for it
        VILLAGE.apply("""
                apiVersion: drumline.dev/v1beta1
                kind: WorkerPool
                metadata: {name: endless}
                spec: {queues: [{name: endless}], concurrency: 1, replicas: 1}
                ---
                apiVersion: drumline.dev/v1beta1
                kind: PeriodicTask
                metadata: {name: endless}
                spec:
                  schedule: {every: 5s}
                  concurrencyPolicy: Replace
                  task: drumline.sleep
                  args: [3600]
                  queue: endless
                """);
        kubectl("wait", "--for=condition=Ready", "wp/endless", "--timeout=90s");

        // When others have followed, then each before them was stopped, so that the only worker is free for the next
        await().atMost(60, SECONDS).until(() -> ledger.ids("endless").size() >= 4);
        String worker = VILLAGE.podNamed("endless-worker").getMetadata().getName();
        String revoked = "A task was revoked while it ran  task=drumline.sleep taskId=";
        List<String> before = ledger.ids("endless").stream().limit(3).toList();
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(succeed(VILLAGE.drumline("logs", worker)))
                .contains(before.stream().map(revoked::concat).toList()));
        assertThat(kubectl("get", "pt/endless", "-o", "jsonpath={.status.missed}"))
                .isEmpty();
        kubectl("delete", "pt/endless", "wp/endless");
    }

    @Test
    void shouldRunAUsersOwnHandlerFromAJar() throws Exception {
        kubectl("create", "configmap", "greeter", "--from-file=greeter.jar=examples/handler/target/greeter.jar");
        kubectl("apply", "-f", "examples/handler/greeter.yaml");

        await().atMost(90, SECONDS).until(() -> VILLAGE.status().findValues("tasks").stream()
                .anyMatch(tasks -> tasks.path("example.greet").path("ok").longValue() > 0));
        kubectl("delete", "-f", "examples/handler/greeter.yaml");
    }

    /** @param periods by key */
    private void assertRowsFired(Instant from, Instant to, Map<String, String> periods) {
        await().atMost(60, SECONDS).until(() -> Instant.now().isAfter(to));
        periods.forEach((key, period) -> {
            String id = "default/rows/" + key;
            Schedule schedule = Schedules.parse(ScheduleSpec.of(new Rule.Every(period, null)), id);
            await().atMost(30, SECONDS).untilAsserted(() -> assertThat(ledger.ids("metrics"))
                    .containsAll(Expected.ids(Map.of(id, schedule), from, to)));
        });
    }

    private static void kubectlApply(String manifest) throws Exception {
        Path file = Files.writeString(Files.createTempFile(VILLAGE.folder(), "manifest", ".yaml"), manifest);
        kubectl("apply", "-f", file.toString());
    }

    private static void applyTick(String name, String period) throws Exception {
        VILLAGE.apply(tick(name, period, ""));
    }

    private static String tick(String name, String period, String more) {
        return """
                apiVersion: drumline.dev/v1beta1
                kind: PeriodicTask
                metadata: {name: %s}
                spec: {schedule: {every: %s}, %stask: drumline.echo, queue: %s}
                """.formatted(name, period, more, QUEUE);
    }

    private void assertFired(String name, String period, Instant from, Instant to) {
        await().atMost(60, SECONDS).until(() -> Instant.now().isAfter(to));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(ledger.ids(QUEUE)).containsAll(expected(name, period, from, to)));
    }

    private static Set<String> expected(String name, String period, Instant from, Instant to) {
        String id = "default/" + name;
        Schedule schedule = Schedules.parse(ScheduleSpec.of(new Rule.Every(period, null)), id);
        return Expected.ids(Map.of(id, schedule), from, to);
    }

    private static String kubectl(String... arguments) throws IOException, InterruptedException {
        return succeed(VILLAGE.kubectl(arguments));
    }

    private static Pod operator() throws IOException {
        return VILLAGE.podNamed("drumline-operator");
    }

    private static Pod redis() throws IOException {
        return VILLAGE.podNamed("redis");
    }
}
