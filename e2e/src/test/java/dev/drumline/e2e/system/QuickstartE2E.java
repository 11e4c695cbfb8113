// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.system;

import static dev.drumline.e2e.village.VillageForTests.succeed;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.e2e.Checkout;
import dev.drumline.e2e.readme.Markdown;
import dev.drumline.e2e.village.Command;
import dev.drumline.e2e.village.Expected;
import dev.drumline.e2e.village.PushLedger;
import dev.drumline.e2e.village.VillageForTests;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The quickstart as a user starts it: a thousand checks, every occurrence counted by its id against the schedules. How
 * long each span is: {@code -Dquickstart.seconds=300} for the whole promise, 30 by default.
 */
class QuickstartE2E {

    @RegisterExtension
    static final VillageForTests VILLAGE = VillageForTests.withQuickstart();

    private static final Duration SPAN = Duration.ofSeconds(Integer.getInteger("quickstart.seconds", 30));
    private static final String METRICS = "metrics";

    private static final Map<String, Schedule> CHECKS = IntStream.range(0, 1_000)
            .mapToObj(i -> String.format("default/check-%04d", i))
            .collect(Collectors.toMap(
                    Function.identity(), id -> Schedules.parse(ScheduleSpec.of(new Rule.Every("10s", null)), id)));

    private PushLedger ledger;
    private Instant began;

    @BeforeEach
    void listen() throws Exception {
        ledger = PushLedger.of(VILLAGE.redisUrl());
        began = Instant.now().plusMillis(500);
    }

    @AfterEach
    void stopListening() throws Exception {
        ledger.close();
    }

    @Test
    void shouldFireAHundredChecksASecondEachOccurrenceOnce() throws Exception {
        // What was overdue when the first beat came up may have been missed, by policy.
        long missedAtTheStart = VILLAGE.status().path("missed").longValue();

        SECONDS.sleep(SPAN.toSeconds());

        assertEveryOccurrenceOnce();
        JsonNode status = VILLAGE.status();
        System.out.printf(
                "quickstart: %d checks fired in %d s, lateness p50 %.1f ms, p99 %.1f ms, max %.1f ms in the last minutes%n",
                ledger.ids(METRICS).size(),
                Duration.between(began, Instant.now()).toSeconds(),
                status.path("latenessMs").path("p50").doubleValue(),
                status.path("latenessMs").path("p99").doubleValue(),
                status.path("latenessMs").path("max").doubleValue());
        assertThat(status.path("missed").longValue()).isEqualTo(missedAtTheStart);
        assertThat(status.path("beats").intValue()).isEqualTo(2);
        assertThat(status.path("workers").intValue()).isEqualTo(2);
        assertThat(status.path("queues").findValuesAsText("name")).contains(METRICS, "reports");
    }

    @Test
    void shouldDoWhatTheReadmeSays() throws Exception {
        Command.needKubectl();
        // The village of this test is the first, and the run of this test the last.
        List<String> elsewhere = List.of("./drumline up", "./drumline test");
        List<String> commands = Markdown.of(Checkout.path("README.md")).commands().stream()
                .filter(command -> !elsewhere.contains(command))
                .toList();

        assertThat(commands).isNotEmpty();
        for (String command : commands) {
            succeed(VILLAGE.shell(command));
        }

        Map<String, Schedule> hello =
                Map.of("default/hello", Schedules.parse(ScheduleSpec.of(new Rule.Every("2s", null)), "default/hello"));
        Instant applied = Instant.now().plusSeconds(2);
        Set<String> expected = Expected.ids(hello, applied, applied.plusSeconds(5));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(ledger.ids(METRICS)).containsAll(expected));
        succeed(VILLAGE.shell("kubectl --kubeconfig .drumline/kubeconfig delete pt/hello"));
    }

    @Test
    void shouldLoseNothingWhenABeatIsKilled() throws Exception {
        Pod beat = pod("drumline-beat");

        kill(beat);

        awaitRestart(beat);
        assertEveryOccurrenceOnce();
        await().atMost(30, SECONDS)
                .until(() -> VILLAGE.status().path("partitionsHeld").intValue() == 64);
    }

    @Test
    void shouldLoseNothingWhenAWorkerIsKilled() throws Exception {
        Pod worker = pod("drumline-worker");

        kill(worker);

        awaitRestart(worker);
        assertEveryOccurrenceOnce();
        // What the dead worker held goes back once it has been silent for ten seconds.
        await().atMost(60, SECONDS)
                .until(() -> VILLAGE.drumline("status").output().contains("drumline.http"));
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(depth(METRICS)).isLessThan(50));
    }

    @Test
    void shouldLoseNothingWhenTheOperatorIsKilled() throws Exception {
        Pod operator = VILLAGE.podNamed("drumline-operator");

        kill(operator);

        awaitRestart(operator);
        assertEveryOccurrenceOnce();
    }

    @Test
    void shouldNotLetASlowReportDelayAnyCheck() throws Exception {
        VILLAGE.apply("""
                apiVersion: drumline.dev/v1beta1
                kind: PeriodicTask
                metadata: {name: report-now}
                spec: {schedule: {every: 2s}, task: drumline.sleep, args: [60], queue: reports}
                """);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(depth("reports")).isGreaterThan(2));

        assertThat(depth(METRICS)).isLessThan(50);
        assertEveryOccurrenceOnce();
        VILLAGE.kubernetes()
                .genericKubernetesResources("drumline.dev/v1beta1", "PeriodicTask")
                .inNamespace("default")
                .withName("report-now")
                .delete();
    }

    /** All occurrences from the beginning of the test until now come onto the queue, and none twice. */
    private void assertEveryOccurrenceOnce() {
        Set<String> expected = Expected.ids(CHECKS, began, Instant.now());
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(missing(expected)).isEmpty());
        assertThat(ledger.ids(METRICS)).doesNotHaveDuplicates();
    }

    private List<String> missing(Set<String> expected) {
        Set<String> pushed = Set.copyOf(ledger.ids(METRICS));
        return expected.stream().filter(id -> !pushed.contains(id)).toList();
    }

    private static long depth(String queue) throws Exception {
        for (JsonNode status : VILLAGE.status().path("queues")) {
            if (status.path("name").asText().equals(queue)) {
                return status.path("depth").longValue();
            }
        }
        throw new AssertionError("no queue " + queue);
    }

    private static Pod pod(String name) throws Exception {
        return VILLAGE
                .kubernetes()
                .pods()
                .inNamespace("default")
                .withLabel("app.kubernetes.io/name", name)
                .list()
                .getItems()
                .stream()
                .min(Comparator.comparing(pod -> pod.getMetadata().getName()))
                .orElseThrow();
    }

    private static void kill(Pod pod) throws Exception {
        VILLAGE.processOf(pod).destroyForcibly();
    }

    /** The kubelet has it running again, and its status says what happened. */
    private static void awaitRestart(Pod pod) {
        int restarts = status(pod).getRestartCount();
        await().atMost(60, SECONDS).ignoreExceptions().untilAsserted(() -> {
            ContainerStatus now =
                    status(VILLAGE.kubernetes().pods().resource(pod).get());
            assertThat(now.getRestartCount()).isGreaterThan(restarts);
            assertThat(now.getReady()).isTrue();
            assertThat(now.getLastState().getTerminated().getExitCode()).isEqualTo(137);
        });
    }

    private static ContainerStatus status(Pod pod) {
        return pod.getStatus().getContainerStatuses().getFirst();
    }
}
