// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.partition.LeaseRequest;
import dev.drumline.broker.partition.RedisFiringStore;
import dev.drumline.broker.redis.Script;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.MissReason;
import dev.drumline.broker.schedule.MissedCounts;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import dev.drumline.broker.status.BeatReport;
import dev.drumline.broker.status.Lateness;
import dev.drumline.cli.Drumline;
import dev.drumline.schedule.partition.Partitions;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatusCommandIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private static final Keys KEYS = new Keys(Keys.DEFAULT_PREFIX);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fillTheBroker() throws Exception {
        List<ScheduleEntry> entries = IntStream.range(0, 3)
                .mapToObj(i -> new ScheduleEntry(
                        "default/check-" + i,
                        ScheduleSpec.of(new Rule.Every("10s", null)),
                        new TaskCall("drumline.http"),
                        Delivery.to("metrics"),
                        MissPolicy.DEFAULT))
                .toList();
        new ScheduleStore(REDIS.link(), KEYS, 64)
                .edit(entries, List.of())
                .toCompletableFuture()
                .get();
        Lateness lateness = new Lateness();
        lateness.record(2_000);
        BeatReport report = new BeatReport(
                "2026-11-24T08:00:00Z", 64, 3, 12, Map.of("deadline", 1L), Set.of("metrics"), lateness.encode());
        new RedisFiringStore(REDIS.link(), KEYS, 64)
                .lease(new LeaseRequest(
                        "beat-1",
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Json.MAPPER.writeValueAsString(report),
                        Set.of(0)))
                .toCompletableFuture()
                .get();
        REDIS.link().commands().hincrby(KEYS.partition(0), "fired", 12).get();
        REDIS.link().commands().hincrby(KEYS.partition(1), "missed", 2).get();
        for (int i = 1; i < 3; i++) {
            String field = MissedCounts.field("default/check-" + i, MissReason.QUEUE);
            int partition = Partitions.of("default/check-" + i, 64);
            REDIS.link().commands().hincrby(KEYS.missed(partition), field, i).get();
        }
        for (int priority : List.of(0, 9)) {
            REDIS.link()
                    .commands()
                    .lpush(Keys.queueList("metrics", priority), Script.arg("m"))
                    .get();
        }
    }

    @Test
    void shouldPrintJsonThatProgramsCanRelyOn() throws Exception {
        int code = run("status", "--redis", REDIS.url(), "-o", "json", "--dashboard", "http://127.0.0.1:1/");

        assertThat(code).isZero();
        JsonNode status = Json.MAPPER.readTree(out.toString());
        assertThat(status.path("fired").longValue()).isEqualTo(12);
        assertThat(status.path("missed").longValue()).isEqualTo(2);
        assertThat(status.path("beats").intValue()).isEqualTo(1);
        assertThat(status.path("workers").intValue()).isZero();
        assertThat(status.path("dashboard").textValue()).isEqualTo("http://127.0.0.1:1/");
        assertThat(status.path("latenessMs").path("p99").doubleValue()).isBetween(1.9, 2.1);
        assertThat(status.path("queues").path(0).path("name").textValue()).isEqualTo("metrics");
        assertThat(status.path("queues").path(0).path("depth").longValue()).isEqualTo(2);
        assertThat(status.path("tasks").path(0).path("missed")).hasToString("{\"queue\":3}");
    }

    @Test
    void shouldPrintATableThatPeopleCanRead() {
        assertThat(run("status", "--redis", REDIS.url())).isZero();

        assertThat(out.toString())
                .contains(
                        "fired 12",
                        "missed 2",
                        "default/check-0 +2",
                        "every 10s",
                        "drumline.http",
                        "3 queue",
                        "beat-1");
    }

    @Test
    void shouldSayThatABrokerIsEmpty() {
        int code = run("status", "--redis", REDIS.url(), "--key-prefix", "other:");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("fired 0", "beats 0");
    }

    @Test
    void shouldSayInOneSentenceThatRedisIsNotThere() {
        assertThat(run("status", "--redis", "redis://127.0.0.1:1/0")).isEqualTo(1);

        assertThat(err.toString()).startsWith("drumline: Redis at redis://127.0.0.1:1/0 can't be reached");
    }

    @Test
    void shouldSayInOneSentenceWhyABrokerCantBeRead() throws Exception {
        REDIS.link().commands().del(KEYS.beats()).get();
        REDIS.link().commands().set(KEYS.beats(), Script.arg("no sorted set")).get();

        assertThat(run("status", "--redis", REDIS.url())).isEqualTo(1);

        assertThat(err.toString()).startsWith("drumline: the broker can't be read: WRONGTYPE");
    }

    private int run(String... arguments) {
        return Drumline.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
