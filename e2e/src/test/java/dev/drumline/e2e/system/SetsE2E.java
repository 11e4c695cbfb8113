// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.system;

import static dev.drumline.e2e.village.VillageForTests.succeed;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumline.bench.process.Usage;
import dev.drumline.e2e.village.Expected;
import dev.drumline.e2e.village.PushLedger;
import dev.drumline.e2e.village.VillageForTests;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A set of many rows in fifteen ConfigMaps, in the programs that run in a cluster. How many: {@code -Dsets.rows=150000} for
 * the whole promise, 15000 by default.
 */
class SetsE2E {

    @RegisterExtension
    static final VillageForTests VILLAGE = VillageForTests.withoutExamples();

    private static final int MAPS = 15;
    private static final int ROWS_OF_A_MAP = Integer.getInteger("sets.rows", 15_000) / MAPS;
    private static final int ROWS = ROWS_OF_A_MAP * MAPS;
    private static final int LAST = ROWS_OF_A_MAP - 1;
    private static final Duration PROMISED = Duration.ofSeconds(30);
    private static final long MOST_MEBIBYTES = 1024;
    private static final String NAMESPACE = "default";

    /** Some 750 are due in a second, however many there are: how fast beats fire is seen elsewhere, without a MONITOR. */
    private static final int PERIOD_SECONDS = Math.max(1, ROWS / 750);

    private static final String PERIOD = PERIOD_SECONDS + "s";
    private static final String OTHER_PERIOD = PERIOD_SECONDS + 1 + "s";
    private static final String QUEUE = "many";

    private PushLedger ledger;

    @BeforeAll
    static void applyABroker() throws Exception {
        succeed(VILLAGE.drumline("apply", "-f", "examples/quickstart/redis.yaml"));
        succeed(VILLAGE.drumline("apply", "-f", "examples/quickstart/broker.yaml"));
        await().atMost(90, SECONDS)
                .until(() -> VILLAGE.status().path("partitionsHeld").intValue() == 64);
    }

    @BeforeEach
    void listen() throws Exception {
        ledger = PushLedger.of(VILLAGE.redisUrl());
    }

    @AfterEach
    void stopListening() throws Exception {
        ledger.close();
    }

    @Test
    void shouldFireSoonWriteLittleAndLeaveNothingBehind() throws Exception {
        // When
        Instant began = Instant.now();
        for (int map = 0; map < MAPS; map++) {
            apply(map, ROWS_OF_A_MAP, row -> PERIOD);
        }
        applySet();
        awaitAllRead();
        Instant stored = Instant.now();
        tell("%d rows applied and stored in %.1f s; %s", ROWS, seconds(began, stored), operatorCosts());
        assertThat(ledger.edits()).hasSize(ROWS).doesNotHaveDuplicates();

        // Then every row fires, at each of its due times
        assertAllFire(stored.plusSeconds(1), stored.plusSeconds(20));

        // When ten rows are changed, then ten entries are written
        Instant edited = Instant.now();
        apply(7, ROWS_OF_A_MAP, row -> row < 10 ? OTHER_PERIOD : PERIOD);
        awaitEdits(ROWS, IntStream.range(0, 10).mapToObj(row -> id(7, row)).toList());
        tell("10 of them changed and stored in %.1f s", seconds(edited, Instant.now()));

        // When the operator dies, then the next one writes what was changed meanwhile, and nothing else
        Instant killed = Instant.now();
        VILLAGE.processOf(VILLAGE.podNamed("drumline-operator")).destroyForcibly();
        apply(7, ROWS_OF_A_MAP, row -> row < 11 ? OTHER_PERIOD : PERIOD);
        apply(3, LAST, row -> PERIOD);
        awaitEdits(ROWS + 10, List.of(id(7, 10), id(3, LAST)));
        tell("operator killed, all compared again after %.1f s; %s", seconds(killed, Instant.now()), operatorCosts());

        // When the set is deleted, then so are its rows
        Instant deleted = Instant.now();
        set().delete();
        await().atMost(60, SECONDS)
                .until(() -> VILLAGE.status().path("schedules").longValue() == 0);
        tell("all of them deleted in %.1f s", seconds(deleted, Instant.now()));
        assertThat(ledger.ids(QUEUE)).doesNotHaveDuplicates();

        // Asked last, so that a slow machine hides nothing of the above
        assertThat(Duration.between(began, stored)).isLessThan(PROMISED);
    }

    private void assertAllFire(Instant from, Instant to) {
        Set<String> missing = Expected.ids(schedules(), from, to);
        await().pollInterval(2, SECONDS).atMost(90, SECONDS).untilAsserted(() -> {
            ledger.ids(QUEUE).forEach(missing::remove);
            assertThat(missing).as("%d are missing", missing.size()).isEmpty();
        });
    }

    private static void applySet() throws Exception {
        VILLAGE.apply("""
                apiVersion: drumline.dev/v1beta1
                kind: PeriodicTaskSet
                metadata: {name: many}
                spec:
                  template:
                    schedule: {every: "{{period}}"}
                    task: monitor.check_metric
                    args: ["{{id}}"]
                    kwargs: {metric: "{{key}}"}
                    queue: %s
                  itemsFrom: {configMaps: {selector: {matchLabels: {rows: many}}}}
                """.formatted(QUEUE));
    }

    /** @param period by row */
    private static void apply(int map, int rows, IntFunction<String> period) throws IOException {
        String lines = IntStream.range(0, rows)
                .mapToObj(row -> "{\"key\":\"%s\",\"id\":%d,\"period\":\"%s\"}\n"
                        .formatted(key(map, row), row, period.apply(row)))
                .collect(Collectors.joining());
        ConfigMap many = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("many-" + map)
                .withNamespace(NAMESPACE)
                .addToLabels("rows", "many")
                .endMetadata()
                .addToData("rows.jsonl", lines)
                .build();
        VILLAGE.kubernetes().resource(many).forceConflicts().serverSideApply();
    }

    private static void awaitAllRead() {
        await().atMost(120, SECONDS).ignoreExceptions().until(() -> {
            GenericKubernetesResource many = set().get();
            return many.<Integer>get("status", "acceptedRows") == ROWS
                    && many.<Integer>get("status", "pendingSources") == 0;
        });
    }

    private void awaitEdits(int before, List<String> ids) {
        await().atMost(90, SECONDS)
                .untilAsserted(() ->
                        assertThat(ledger.edits().stream().skip(before)).containsExactlyInAnyOrderElementsOf(ids));
    }

    private static Resource<GenericKubernetesResource> set() throws IOException {
        return VILLAGE.kubernetes()
                .genericKubernetesResources("drumline.dev/v1beta1", "PeriodicTaskSet")
                .inNamespace(NAMESPACE)
                .withName("many");
    }

    private static Map<String, Schedule> schedules() {
        Map<String, Schedule> schedules = new HashMap<>();
        for (int map = 0; map < MAPS; map++) {
            for (int row = 0; row < ROWS_OF_A_MAP; row++) {
                String id = id(map, row);
                schedules.put(id, Schedules.parse(ScheduleSpec.of(new Rule.Every(PERIOD, null)), id));
            }
        }
        return schedules;
    }

    private static String id(int map, int row) {
        return NAMESPACE + "/rows/" + key(map, row);
    }

    private static String key(int map, int row) {
        return "metric-" + map + "-" + row;
    }

    /** What the operator's process has cost so far: the most memory that it took, and CPU time. */
    private static String operatorCosts() throws IOException {
        ProcessHandle operator = VILLAGE.processOf(VILLAGE.podNamed("drumline-operator"));
        Usage usage = Usage.of(operator);
        assertThat(usage.mostRssMiB()).isLessThan(MOST_MEBIBYTES);
        return "the operator took %.0f MiB, %.1f s of CPU"
                .formatted(usage.mostRssMiB(), usage.cpu().toMillis() / 1000.0);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private static void tell(String format, Object... values) {
        System.out.printf("sets: " + format + "%n", values);
    }
}
