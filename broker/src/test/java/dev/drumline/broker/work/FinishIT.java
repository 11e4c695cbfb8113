// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import static dev.drumline.broker.work.Bench.KEYS;
import static dev.drumline.broker.work.Bench.await;
import static dev.drumline.broker.work.Bench.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FinishIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private static final byte[] NEXT = "{\"next\": 1}".getBytes(UTF_8);

    private Bench bench;

    @BeforeEach
    void hold() {
        bench = new Bench(REDIS.link());
        bench.join("w1");
        bench.push("a", message("t1"));
        bench.claim("w1", 1);
    }

    private static Finish withResult(String tag, String json) {
        return new Finish(tag, Optional.of(new StoredResult("id-1", json.getBytes(UTF_8), 60)), List.of());
    }

    private static Finish followedBy(String tag, Follower... followers) {
        return new Finish(tag, Optional.empty(), List.of(followers));
    }

    @Test
    void shouldStoreTheResultAndAck() {
        assertThat(bench.finish("w1", withResult("t1", "{\"status\": \"SUCCESS\"}")))
                .containsExactly(true);

        assertThat(bench.held("w1")).containsExactly(0, 0, 0);
        assertThat(bench.get(Keys.result("id-1"))).isEqualTo("{\"status\": \"SUCCESS\"}");
        assertThat(await(bench.redis.ttl(Keys.result("id-1")))).isBetween(55L, 60L);
    }

    @Test
    void shouldRefuseASecondFinish() {
        bench.finish("w1", Finish.ack("t1"));

        assertThat(bench.finish("w1", withResult("t1", "{\"status\": \"SUCCESS\"}")))
                .containsExactly(false);
        assertThat(bench.get(Keys.result("id-1"))).isNull();
    }

    @Test
    void shouldRefuseTheSecondOfTwoInOneBatch() {
        assertThat(bench.finish("w1", followedBy("t1", push()), followedBy("t1", push())))
                .containsExactly(true, false);
        assertThat(bench.list("b")).hasSize(1);
    }

    @Test
    void shouldRefuseAFinishAfterTheMessageWasRestored() {
        bench.dies("w1");

        assertThat(bench.finish("w1", followedBy("t1", push()))).containsExactly(false);
        assertThat(bench.list("a")).containsExactly(message("t1"));
        assertThat(bench.list("b")).isEmpty();
    }

    @Test
    void shouldRefuseAFinishOfWhatAnotherWorkerHolds() {
        bench.dies("w1");
        bench.join("w2");
        bench.claim("w2", 1);

        assertThat(bench.finish("w1", withResult("t1", "{\"status\": \"FAILURE\"}")))
                .containsExactly(false);
        assertThat(bench.finish("w2", withResult("t1", "{\"status\": \"SUCCESS\"}")))
                .containsExactly(true);
        assertThat(bench.get(Keys.result("id-1"))).contains("SUCCESS");
    }

    @Test
    void shouldRefuseAFinishOfWhatAStockWorkerRestored() {
        await(bench.redis.hdel(Keys.UNACKED, "t1"));
        await(bench.redis.zrem(Keys.UNACKED_INDEX, "t1".getBytes(UTF_8)));

        assertThat(bench.finish("w1", Finish.ack("t1"))).containsExactly(false);
        assertThat(bench.held("w1")).containsExactly(0, 0, 0);
    }

    @Test
    void shouldNeverOverwriteASuccess() {
        await(bench.redis.set(Keys.result("id-1"), "{\"status\": \"SUCCESS\", \"result\": 1}".getBytes(UTF_8)));

        bench.finish("w1", withResult("t1", "{\"status\": \"FAILURE\"}"));

        assertThat(bench.get(Keys.result("id-1"))).contains("SUCCESS");
    }

    @Test
    void shouldOverwriteARetry() {
        await(bench.redis.set(Keys.result("id-1"), "{\"status\": \"RETRY\"}".getBytes(UTF_8)));

        bench.finish("w1", withResult("t1", "{\"status\": \"FAILURE\"}"));

        assertThat(bench.get(Keys.result("id-1"))).contains("FAILURE");
    }

    @Test
    void shouldPushWhatFollows() {
        bench.finish("w1", followedBy("t1", push(), delay(Instant.ofEpochMilli(12_345)), bury()));

        assertThat(bench.list(Keys.queueList("b", 5))).isEmpty();
        assertThat(bench.list("b")).containsExactly("{\"next\": 1}");
        assertThat(bench.members(KEYS.delayed(7))).containsExactly("a\n{\"next\": 1}");
        assertThat(bench.deadLetters("a")).singleElement().satisfies(letter -> assertThat(letter.reason())
                .isEqualTo("too often"));
    }

    @Test
    void shouldBuryWhatFollowsOnAQueueThatIsNoList() {
        await(bench.redis.set("b", new byte[0]));

        assertThat(bench.finish("w1", followedBy("t1", push()))).containsExactly(true);
        assertThat(bench.deadLetters("b")).singleElement().satisfies(letter -> assertThat(letter.reason())
                .isEqualTo("its queue is a string, not a list"));
    }

    @Test
    void shouldDoNothingAtAllWhereItCouldNotDoEverything() {
        await(bench.redis.set(KEYS.dead("a"), new byte[0]));

        assertThatThrownBy(() -> bench.finish("w1", followedBy("t1", push(), bury())))
                .hasMessageContaining("WRONGTYPE");
        assertThat(bench.held("w1")).containsExactly(1, 1, 1);
        assertThat(bench.list("b")).isEmpty();
    }

    @Test
    void shouldForgetTheDeliveriesOfWhatIsDone() {
        bench.dies("w1");
        bench.join("w2");
        bench.claim("w2", 1);
        assertThat(bench.hash(KEYS.deliveries())).containsEntry("t1", "1");

        bench.finish("w2", Finish.ack("t1"));

        assertThat(bench.hash(KEYS.deliveries())).isEmpty();
    }

    @Test
    void shouldDrainARedisThatIsFull() {
        bench.push("a", message("t2"));
        await(bench.redis.configSet("maxmemory", "1"));
        try {
            assertThat(bench.claim("w1", 1)).containsExactly("t2");
            assertThat(bench.finish("w1", withResult("t1", "{\"status\": \"SUCCESS\"}"), followedBy("t2", push())))
                    .containsExactly(true, true);
        } finally {
            await(bench.redis.configSet("maxmemory", "0"));
        }
        assertThat(bench.list("b")).hasSize(1);
    }

    private static Follower push() {
        return new Follower.Push("b", 0, NEXT);
    }

    private static Follower delay(Instant due) {
        return new Follower.Delay(7, due, "a", NEXT);
    }

    private static Follower bury() {
        return new Follower.Bury("a", "a", "too often", NEXT);
    }

    @Test
    void shouldLetTheEntrysNextOccurrenceThrough() {
        await(bench.redis.set(KEYS.running("ns/slow"), "id-1".getBytes(UTF_8)));

        assertThat(bench.finish("w1", followedBy("t1", new Follower.Free("ns/slow", "id-1"))))
                .containsExactly(true);

        assertThat(bench.get(KEYS.running("ns/slow"))).isNull();
    }

    @Test
    void shouldNotSpeakForAnotherOccurrence() {
        await(bench.redis.set(KEYS.running("ns/slow"), "id-2".getBytes(UTF_8)));

        assertThat(bench.finish("w1", followedBy("t1", new Follower.Free("ns/slow", "id-1"))))
                .containsExactly(true);

        assertThat(bench.get(KEYS.running("ns/slow"))).isEqualTo("id-2");
    }

    @Test
    void shouldNotSpeakForWhatRunsElsewhere() {
        await(bench.redis.set(KEYS.running("ns/slow"), "id-1".getBytes(UTF_8)));
        bench.dies("w1");

        bench.finish("w1", followedBy("t1", new Follower.Free("ns/slow", "id-1")));

        assertThat(bench.get(KEYS.running("ns/slow"))).isEqualTo("id-1");
    }
}
