// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.Keys;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.partition.LeaseReply;
import dev.drumline.broker.partition.MemoryFiringStore;
import dev.drumline.broker.redis.MemoryRedis;
import dev.drumline.broker.schedule.MemoryEdit;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionTableTest {

    private static final Keys KEYS = new Keys(Keys.DEFAULT_PREFIX);

    private final MemoryRedis redis = new MemoryRedis();
    private final MemoryFiringStore store = new MemoryFiringStore(redis, KEYS, 1, Set.of());
    private final MemoryEdit edit = new MemoryEdit(redis, KEYS, 100);
    private final Mailbox mailbox = new Mailbox(() -> {});
    private final PartitionTable table = new PartitionTable(store, mailbox, "test");

    @BeforeEach
    void loadTwoEntries() {
        redis.setMicros(Instant.parse("2026-03-01T12:00:00Z").toEpochMilli() * 1_000);
        edit.edit(0, List.of(entry("default/a", "10s"), entry("default/b", "10s")), List.of());
        table.followChangesAfter(store.lastChange().toCompletableFuture().join());
        heartbeat();
    }

    @Test
    void shouldHoldWhatItLoaded() {
        assertThat(table.held()).singleElement().satisfies(partition -> assertThat(partition.size())
                .isEqualTo(2));
    }

    @Test
    void shouldSetAsideARowThatCanNotBeReadWhateverIsWrongWithIt() {
        String[] lines = redis.hget(KEYS.schedule(0), "default/a").split("\n");
        redis.hset(KEYS.schedule(0), "default/c", "no entry");
        redis.hset(KEYS.schedule(0), "default/d", String.join("\n", lines[0], lines[1], "null", lines[3]));
        table.keepOnly(Set.of());

        heartbeat();

        assertThat(table.schedules()).isEqualTo(2);
    }

    @Test
    void shouldFollowAnEdit() {
        redis.setMicros(redis.micros() + 1_000_000);
        edit.edit(0, List.of(entry("default/c", "10s")), List.of("default/a"));

        heartbeat();

        assertThat(table.schedules()).isEqualTo(2);
        assertThat(partition().version()).isEqualTo(stored().version().orElseThrow());
        assertThat(partition().isReady()).isTrue();
    }

    @Test
    void shouldLoadAnewWhereTheChangesHaveAGap() {
        redis.setMicros(redis.micros() + 1_000_000);
        HeldPartition before = partition();
        edit.edit(0, List.of(entry("default/c", "10s")), List.of());
        redis.stream(KEYS.changes()).trim(0);

        heartbeat();
        heartbeat();

        assertThat(partition()).isNotSameAs(before);
        assertThat(table.schedules()).isEqualTo(3);
    }

    @Test
    void shouldLoadAnewWhatRedisHasLost() {
        MemoryRedis.Snapshot snapshot = redis.snapshot();
        redis.setMicros(redis.micros() + 1_000_000);
        edit.edit(0, List.of(entry("default/c", "10s")), List.of());
        heartbeat();
        assertThat(table.schedules()).isEqualTo(3);

        redis.restore(snapshot);
        heartbeat();
        heartbeat();

        assertThat(table.schedules()).isEqualTo(2);
    }

    @Test
    void shouldNotTakeAnotherEditForTheOneThatRedisHasLost() {
        MemoryRedis.Snapshot snapshot = redis.snapshot();
        redis.setMicros(redis.micros() + 1_000_000);
        edit.edit(0, List.of(entry("default/c", "10s")), List.of());
        heartbeat();

        redis.restore(snapshot);
        redis.setMicros(redis.micros() + 1_000_000);
        edit.edit(0, List.of(), List.of("default/a"));
        heartbeat();
        heartbeat();

        assertThat(table.schedules()).isEqualTo(1);
    }

    @Test
    void shouldDropWhatIsGone() {
        redis.del(KEYS.partition(0));

        heartbeat();

        assertThat(table.held()).isEmpty();
    }

    private void heartbeat() {
        table.reconcile(Map.of(0, stored()));
        mailbox.open();
    }

    private LeaseReply.State stored() {
        return redis.type(KEYS.partition(0)).equals("none")
                ? new LeaseReply.State(Optional.empty(), Optional.empty())
                : store.load(0).toCompletableFuture().join().state();
    }

    private HeldPartition partition() {
        return table.held().iterator().next();
    }

    private static ScheduleEntry entry(String id, String period) {
        return new ScheduleEntry(
                id,
                ScheduleSpec.of(new Rule.Every(period, null)),
                new TaskCall("task"),
                Delivery.to("q"),
                MissPolicy.DEFAULT);
    }
}
