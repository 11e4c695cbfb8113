// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import static dev.drumline.broker.work.Bench.KEYS;
import static dev.drumline.broker.work.Bench.await;
import static dev.drumline.broker.work.Bench.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.message.TaskIds;
import dev.drumline.broker.work.WorkLink.Membership;
import dev.drumline.broker.work.WorkLink.Restored;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GiveBackIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private Bench bench;

    @BeforeEach
    void hold() {
        bench = new Bench(REDIS.link());
        bench.join("w1");
        bench.push("a", message("t1"), message("t2"), message("t3"), message("t4"));
        bench.claim("w1", 3);
    }

    @Test
    void shouldHandBackToTheFrontInTheOrderOfTheClaim() {
        assertThat(await(bench.work.handBack("w1", List.of("t2", "t1")))).isEqualTo(2);

        assertThat(bench.list("a")).containsExactly(message("t1"), message("t2"), message("t4"));
        assertThat(bench.hash(Keys.UNACKED)).containsOnlyKeys("t3");
        assertThat(bench.hash(KEYS.deliveries())).isEmpty();
    }

    @Test
    void shouldHandBackOnlyWhatIsStillHeld() {
        bench.finish("w1", Finish.ack("t1"));

        assertThat(await(bench.work.handBack("w1", List.of("t1", "unknown")))).isZero();
        assertThat(bench.list("a")).containsExactly(message("t4"));
    }

    @Test
    void shouldGiveBackAllAndForgetTheWorkerThatLeaves() {
        assertThat(await(bench.work.leave("w1"))).isEqualTo(3);

        assertThat(bench.list("a")).containsExactly(message("t1"), message("t2"), message("t3"), message("t4"));
        assertThat(bench.held("w1")).containsExactly(0, 0, 0);
        assertThat(bench.members(KEYS.workers())).isEmpty();
        assertThat(bench.get(KEYS.worker("w1"))).isNull();
        assertThat(bench.stay("w1")).isEqualTo(Membership.GONE);
    }

    @Test
    void shouldRestoreWhatASilentWorkerHeld() {
        bench.join("w2");
        bench.silent("w1");

        assertThat(bench.restore()).containsExactly(new Restored("w1", 3));

        assertThat(bench.list("a")).containsExactly(message("t1"), message("t2"), message("t3"), message("t4"));
        assertThat(bench.hash(KEYS.deliveries()))
                .containsOnlyKeys("t1", "t2", "t3")
                .containsValue("1");
        assertThat(bench.members(KEYS.workers())).containsExactly("w2");
        assertThat(bench.restore()).isEmpty();
    }

    @Test
    void shouldLeaveLivingWorkersAlone() {
        assertThat(bench.restore()).isEmpty();
        assertThat(bench.held("w1")).containsExactly(3, 3, 3);
    }

    @Test
    void shouldRestoreOntoTheListOfTheMessagesPriority() {
        bench.push(Keys.queueList("b", 6), message("b6"));
        bench.claim("w1", 1);
        bench.claim("w1", 1);

        bench.dies("w1");

        assertThat(bench.list(Keys.queueList("b", 6))).containsExactly(message("b6"));
    }

    @Test
    void shouldCountEveryDelivery() {
        for (int death = 1; death <= 3; death++) {
            bench.dies("w" + death);
            bench.join("w" + (death + 1));
            bench.claim("w" + (death + 1), 1);
        }

        assertThat(bench.hash(KEYS.deliveries())).containsEntry("t1", "3").containsEntry("t2", "1");
    }

    @Test
    void shouldRestoreInBoundedPiecesAndRefuseTheDeadMeanwhile() {
        String[] many = IntStream.range(0, 900).mapToObj(i -> message("m" + i)).toArray(String[]::new);
        bench.push("a", many);
        bench.claim("w1", 901);
        bench.silent("w1");

        assertThat(bench.restore()).containsExactly(new Restored("w1", 500));
        assertThat(bench.stay("w1")).isEqualTo(Membership.GONE);
        assertThat(bench.join("w1")).isEqualTo(Membership.GONE);
        assertThat(bench.restore()).containsExactly(new Restored("w1", 404));

        assertThat(bench.list("a").subList(0, 4))
                .containsExactly(message("t1"), message("t2"), message("t3"), message("t4"));
        assertThat(bench.list("a")).hasSize(904);
        assertThat(bench.members(KEYS.workers())).isEmpty();
    }

    @Test
    void shouldNotRestoreWhatAStockWorkerRestoredAlready() {
        await(bench.redis.hdel(Keys.UNACKED, "t1"));

        bench.dies("w1");

        assertThat(bench.list("a")).containsExactly(message("t2"), message("t3"), message("t4"));
        assertThat(bench.members(KEYS.workers())).isEmpty();
    }

    @Test
    void shouldBuryAMessageWhoseQueueIsNoListAnyMore() {
        await(bench.redis.del("a"));
        await(bench.redis.set("a", new byte[0]));

        bench.dies("w1");

        assertThat(bench.deadLetters("a")).hasSize(3).allSatisfy(letter -> assertThat(letter.reason())
                .isEqualTo("its queue is a string, not a list"));
        assertThat(bench.hash(Keys.UNACKED)).isEmpty();
    }

    @Test
    void shouldNotLetAnEntryWaitForAMessageThatWasBuried() {
        // Given
        String guarded = new String(
                MessageTemplate.of(
                                "ns/slow",
                                new TaskCall("task"),
                                new Delivery("b", null, null, null, null, null, Concurrency.FORBID),
                                "beat")
                        .message(1_000, 1_000),
                UTF_8);
        String id = TaskIds.ofEntry("ns/slow").at(1_000);
        bench.push("b", guarded);
        await(bench.redis.del("a"));
        bench.claim("w1", 1);
        await(bench.redis.set("b", new byte[0]));
        await(bench.redis.set(KEYS.running("ns/slow"), id.getBytes(UTF_8)));

        // When
        bench.dies("w1");

        // Then
        assertThat(bench.deadLetters("b")).hasSize(1);
        assertThat(bench.get(KEYS.running("ns/slow"))).isNull();
    }

    @Test
    void shouldGiveBackWithEveryByteAsItWas() {
        byte[] odd = "{\"n\": 12345678901234567890.10, \"u\": \"\u00e9\\u0041]\"   }".getBytes(UTF_8);
        await(bench.redis.rpush("b", odd));
        bench.claim("w1", 1);
        bench.claim("w1", 1);

        bench.dies("w1");

        assertThat(await(bench.redis.lindex("b", 0))).isEqualTo(odd);
    }

    @Test
    void shouldRestoreInARedisThatIsFull() {
        bench.silent("w1");
        await(bench.redis.configSet("maxmemory", "1"));
        try {
            assertThat(bench.join("w2")).isEqualTo(Membership.ALIVE);
            assertThat(bench.restore()).containsExactly(new Restored("w1", 3));
        } finally {
            await(bench.redis.configSet("maxmemory", "0"));
        }
    }
}
