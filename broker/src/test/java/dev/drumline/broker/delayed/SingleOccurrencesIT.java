// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.delayed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.delayed.SingleOccurrences.Single;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.MessageReader;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.message.TaskMessage;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SingleOccurrencesIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private static final Keys KEYS = new Keys(Keys.DEFAULT_PREFIX);
    private static final ScheduleEntry ENTRY = new ScheduleEntry(
            "ns/check",
            ScheduleSpec.of(new Rule.Every("10s", null)),
            new TaskCall("task"),
            new Delivery("q", 3, 60L, null, null, null, null),
            MissPolicy.DEFAULT);

    private final SingleOccurrences singles = new SingleOccurrences(REDIS.link(), KEYS, 1);

    @Test
    void shouldQueueOneNowAndNeverASecond() throws Exception {
        assertThat(get(singles.queueNow(ENTRY, "run-1", "operator"))).isTrue();
        assertThat(get(singles.queueNow(ENTRY, "run-1", "operator"))).isFalse();

        List<TaskMessage> moved = moved(Keys.queueList("q", 3));
        assertThat(get(singles.queueNow(ENTRY, "run-1", "operator"))).isFalse();

        assertThat(moved).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo("run-1");
            assertThat(message.header("periodic_task_name")).contains("ns/check");
            Instant due =
                    Instant.ofEpochMilli(message.headers().path("drumline_due").longValue());
            assertThat(due)
                    .isBetween(Instant.now().minusSeconds(10), Instant.now().plusSeconds(1));
            assertThat(message.header("expires")).contains(due.plusSeconds(60).toString());
        });
        assertThat(moved(Keys.queueList("q", 3))).isEmpty();
    }

    @Test
    void shouldForgetInAWeekThatItWasQueued() throws Exception {
        get(singles.queueNow(ENTRY, "run-1", "operator"));

        assertThat(get(REDIS.link().commands().ttl(KEYS.once("run-1")))).isBetween(600_000L, 604_800L);
    }

    @Test
    void shouldMakeUpForAPastWindowInOrder() throws Exception {
        Single second = new Single("b", 20_000);
        assertThat(get(singles.queue(ENTRY, List.of(second), "cli"))).containsExactly(true);

        List<Single> all = List.of(new Single("c", 30_000), second, new Single("a", 10_000));
        assertThat(get(singles.areNew(all))).containsExactly(true, false, true);
        assertThat(get(singles.queue(ENTRY, all, "cli"))).containsExactly(true, false, true);
        assertThat(get(singles.areNew(all))).containsExactly(false, false, false);

        List<TaskMessage> moved = moved(Keys.queueList("q", 3));
        assertThat(moved).extracting(TaskMessage::id).containsExactly("a", "b", "c");
        assertThat(moved).allSatisfy(message -> assertThat(
                        Instant.parse(message.header("expires").orElseThrow()))
                .isAfter(Instant.now()));
        assertThat(moved.getFirst().headers().path("drumline_due").longValue()).isEqualTo(10_000);
    }

    @Test
    void shouldQueueNothingWhereTheDelayedMessagesAreNoSortedSet() {
        get(REDIS.link().commands().set(KEYS.delayed(0), "no sorted set".getBytes(UTF_8)));

        assertThat(singles.queueNow(ENTRY, "run-1", "operator").toCompletableFuture())
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("WRONGTYPE");
        assertThat(get(REDIS.link().commands().exists(KEYS.once("run-1")))).isZero();
    }

    private static List<TaskMessage> moved(String list) throws Exception {
        get(new Delayed(REDIS.link(), KEYS).move(List.of(0), 100));
        List<TaskMessage> messages = new ArrayList<>();
        for (byte[] element : get(REDIS.link().commands().lrange(list, 0, -1)).reversed()) {
            messages.add(MessageReader.read(element));
        }
        get(REDIS.link().commands().del(list));
        return messages;
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
