// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.partition.FireBatch.Group;
import dev.drumline.broker.redis.Bulk;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.schedule.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FireIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private static final Keys KEYS = new Keys(Keys.DEFAULT_PREFIX);
    private static final Mark START = new Mark(1_000, "a");
    private static final Mark END = new Mark(2_000, "b");

    private FiringStore store;

    @BeforeEach
    void holdPartitionsZeroAndOne() throws Exception {
        store = new RedisFiringStore(REDIS.link(), KEYS, 4);
        for (int partition : List.of(0, 1)) {
            set(partition, Map.of("mark", START.toString(), "version", "7"));
        }
        lease("me", Set.of(0, 1));
    }

    @Test
    void shouldQueueTheMessagesInOrderAndMoveTheMark() throws Exception {
        FireAnswer answer = fire("me", batch(0, START, END, 7, group("q", 0, 0, "m1", "m2")));

        assertThat(answer.status()).isEqualTo(FireAnswer.Status.FIRED);
        assertThat(answer.pushed()).containsExactly(2);
        assertThat(list("q")).containsExactly("m2", "m1");
        assertThat(state(0)).containsEntry("mark", END.toString()).containsEntry("fired", "2");
    }

    @Test
    void shouldQueueNothingTwice() throws Exception {
        FireBatch batch = batch(0, START, END, 7, group("q", 0, 0, "m1"));
        fire("me", batch);

        FireAnswer again = fire("me", batch);

        assertThat(again.status()).isEqualTo(FireAnswer.Status.MOVED);
        assertThat(again.mark()).contains(END);
        assertThat(list("q")).containsExactly("m1");
    }

    @Test
    void shouldRefuseABatchMadeFromOldSchedules() throws Exception {
        FireAnswer answer = fire("me", batch(0, START, END, 6, group("q", 0, 0, "m1")));

        assertThat(answer.status()).isEqualTo(FireAnswer.Status.EDITED);
        assertThat(answer.version()).contains(7L);
        assertNothingDone();
    }

    @Test
    void shouldRefuseWhoeverDoesNotHoldThePartition() throws Exception {
        assertThat(fire("other", batch(0, START, END, 7, group("q", 0, 0, "m1")))
                        .status())
                .isEqualTo(FireAnswer.Status.LOST);
        assertNothingDone();
    }

    @Test
    void shouldRefuseAHolderWhoseLeaseIsOver() throws Exception {
        set(0, Map.of("leaseEnd", "1"));

        assertThat(fire("me", batch(0, START, END, 7, group("q", 0, 0, "m1"))).status())
                .isEqualTo(FireAnswer.Status.LOST);
        assertNothingDone();
    }

    @Test
    void shouldNeverBeEarlyByRedisClock() throws Exception {
        Mark tomorrow = new Mark(redisMillis() + 86_400_000, "b");

        assertThat(fire("me", batch(0, START, tomorrow, 7, group("q", 0, 0, "m1")))
                        .status())
                .isEqualTo(FireAnswer.Status.EARLY);
        assertNothingDone();
    }

    @Test
    void shouldCallAMissingPartitionAMismatchAndNeverAZero() throws Exception {
        REDIS.link().commands().del(KEYS.partition(0)).get();

        assertThat(fire("me", batch(0, START, END, 7, group("q", 0, 0, "m1"))).status())
                .isEqualTo(FireAnswer.Status.MISSING);
        assertThat(list("q")).isEmpty();
    }

    @Test
    void shouldLetOneBadPartitionHoldUpNoOther() throws Exception {
        // Given
        REDIS.link().commands().del(KEYS.partition(0)).get();
        REDIS.link()
                .commands()
                .set(KEYS.partition(0), "no hash".getBytes(UTF_8))
                .get();

        // When
        List<FireAnswer> answers = store.fire(
                        "me",
                        List.of(
                                batch(0, START, END, 7, group("q", 0, 0, "bad")),
                                batch(1, START, END, 7, group("q", 0, 0, "good"))))
                .toCompletableFuture()
                .get()
                .answers();

        // Then
        assertThat(answers)
                .extracting(FireAnswer::status)
                .containsExactly(FireAnswer.Status.BROKEN, FireAnswer.Status.FIRED);
        assertThat(list("q")).containsExactly("good");
    }

    @Test
    void shouldCountAsMissedWhatAFullQueueHasNoRoomFor() throws Exception {
        // Given
        REDIS.link()
                .commands()
                .lpush(Keys.queueList("q", 9), "old".getBytes(UTF_8))
                .get();

        // When
        FireAnswer answer = fire("me", batch(0, START, END, 7, group("q", 0, 3, "m1", "m2", "m3", "m4")));

        // Then
        assertThat(answer.pushed()).containsExactly(2);
        assertThat(list("q")).containsExactly("m2", "m1");
        assertThat(state(0)).containsEntry("missed", "2").containsEntry("mark", END.toString());
    }

    @Test
    void shouldLetAQueueThatIsNoListHoldUpNothingElse() throws Exception {
        REDIS.link().commands().set("broken", "no list".getBytes(UTF_8)).get();

        FireAnswer answer =
                fire("me", batch(0, START, END, 7, group("broken", 0, 0, "m1"), group("q", 3, 0, "m2", "m3")));

        assertThat(answer.pushed()).containsExactly(0, 2);
        assertThat(list(Keys.queueList("q", 9))).containsExactly("m3", "m2");
        assertThat(state(0)).containsEntry("missed", "1").containsEntry("fired", "2");
    }

    @Test
    void shouldMoveTheMarkOverWhatWasLetGo() throws Exception {
        FireAnswer answer = fire("me", new FireBatch(0, START, END, 7, 5, List.of()));

        assertThat(answer.fired()).isTrue();
        assertThat(state(0)).containsEntry("missed", "5").containsEntry("mark", END.toString());
    }

    @Test
    void shouldPushMoreMessagesThanLuaCanUnpack() throws Exception {
        String[] messages = IntStream.range(0, 12_345).mapToObj(i -> "m" + i).toArray(String[]::new);

        FireAnswer answer = fire("me", batch(0, START, END, 7, group("q", 0, 0, messages)));

        assertThat(answer.pushed()).containsExactly(12_345);
        assertThat(list("q").reversed()).containsExactly(messages);
    }

    @Test
    void shouldLeaveEverythingAsItWasWhenRedisIsOutOfMemory() throws Exception {
        REDIS.link().commands().configSet("maxmemory", "1").get();
        try {
            assertThat(store.fire("me", List.of(batch(0, START, END, 7, group("q", 0, 0, "m1"))))
                            .toCompletableFuture())
                    .failsWithin(5, TimeUnit.SECONDS);
        } finally {
            REDIS.link().commands().configSet("maxmemory", "0").get();
        }
        assertNothingDone();
    }

    @Test
    void shouldHandAPartitionOverOnlyWhenItIsGivenBackOrItsLeaseIsOver() throws Exception {
        assertThat(lease("other", Set.of(0, 2)).held()).containsOnlyKeys(2);

        assertThat(lease("me", Set.of(1)).held()).containsOnlyKeys(1);
        assertThat(lease("other", Set.of(0, 2)).held()).containsOnlyKeys(0, 2);

        set(1, Map.of("leaseEnd", "1"));
        assertThat(lease("other", Set.of(0, 1, 2)).held()).containsOnlyKeys(0, 1, 2);
    }

    @Test
    void shouldTellWhoLivesAndWhatIsStored() throws Exception {
        LeaseReply reply = lease("other", Set.of(2));

        assertThat(reply.liveBeats()).containsExactlyInAnyOrder("me", "other");
        assertThat(reply.held().get(2).mark()).isEmpty();
        assertThat(lease("me", Set.of(0)).held().get(0).mark()).contains(START);
    }

    @Test
    void shouldGiveEverythingBackAtOnceWhenLeaving() throws Exception {
        int given = store.leave("me").toCompletableFuture().get();

        assertThat(given).isEqualTo(2);
        LeaseReply other = lease("other", Set.of(0, 1));
        assertThat(other.held()).containsOnlyKeys(0, 1);
        assertThat(other.liveBeats()).containsExactly("other");
    }

    private FireAnswer fire(String holder, FireBatch batch) throws Exception {
        return store.fire(holder, List.of(batch))
                .toCompletableFuture()
                .get()
                .answers()
                .getFirst();
    }

    private LeaseReply lease(String holder, Set<Integer> wanted) throws Exception {
        return store.lease(new LeaseRequest(holder, Duration.ofSeconds(20), Duration.ofSeconds(10), "{}", wanted))
                .toCompletableFuture()
                .get();
    }

    private static FireBatch batch(int partition, Mark from, Mark to, long version, Group... groups) {
        return new FireBatch(partition, from, to, version, 0, List.of(groups));
    }

    private static Group group(String queue, int step, long maxDepth, String... messages) {
        return new Group(
                queue, step, maxDepth, Stream.of(messages).map(Bulk::of).toList());
    }

    private void assertNothingDone() throws Exception {
        assertThat(list("q")).isEmpty();
        assertThat(state(0)).containsEntry("mark", START.toString()).doesNotContainKeys("fired", "missed");
    }

    private static void set(int partition, Map<String, String> fields) throws Exception {
        for (var field : fields.entrySet()) {
            RedisLink link = REDIS.link();
            link.commands()
                    .hset(
                            KEYS.partition(partition),
                            field.getKey(),
                            field.getValue().getBytes(UTF_8))
                    .get();
        }
    }

    private static Map<String, String> state(int partition) throws Exception {
        return REDIS.link().commands().hgetall(KEYS.partition(partition)).get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> new String(field.getValue(), UTF_8)));
    }

    private static List<String> list(String key) throws Exception {
        return REDIS.link().commands().lrange(key, 0, -1).get().stream()
                .map(element -> new String(element, UTF_8))
                .toList();
    }

    private static long redisMillis() throws Exception {
        List<byte[]> time = REDIS.link().commands().time().get();
        return Long.parseLong(new String(time.getFirst(), UTF_8)) * 1000;
    }
}
