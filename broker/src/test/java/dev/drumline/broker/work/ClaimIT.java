// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import static dev.drumline.broker.work.Bench.KEYS;
import static dev.drumline.broker.work.Bench.await;
import static dev.drumline.broker.work.Bench.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.work.ClaimAnswer.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClaimIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private Bench bench;

    @BeforeEach
    void join() {
        bench = new Bench(REDIS.link());
        bench.join("w1");
    }

    @Test
    void shouldMoveAMessageFromItsListIntoTheWorkersHands() {
        bench.push("a", message("t1"));

        ClaimAnswer answer = bench.claim("w1", 10, 0);

        assertThat(answer.status()).isEqualTo(Status.TAKEN);
        assertThat(answer.messages()).singleElement().satisfies(claimed -> {
            assertThat(claimed.tag()).isEqualTo("t1");
            assertThat(claimed.list()).isEqualTo("a");
            assertThat(claimed.raw()).asString().isEqualTo(message("t1"));
            assertThat(claimed.deliveries()).isZero();
        });
        assertThat(bench.list("a")).isEmpty();
        assertThat(bench.hash(Keys.UNACKED)).containsEntry("t1", "[" + message("t1") + ",\"\",\"a\"]");
        assertThat(bench.members(Keys.UNACKED_INDEX)).containsExactly("t1");
        assertThat(bench.hash(KEYS.inflight("w1"))).containsEntry("t1", "a");
    }

    @Test
    void shouldTakeTheOldestFirstAndNoMoreThanAsked() {
        bench.push("a", message("t1"), message("t2"), message("t3"));

        assertThat(bench.claim("w1", 2)).containsExactly("t1", "t2");
        assertThat(bench.claim("w1", 2)).containsExactly("t3");
        assertThat(bench.claimStatus("w1")).isEqualTo(Status.EMPTY);
    }

    @Test
    void shouldServeEveryQueueOfAStepBeforeAnyOfTheNext() {
        bench.push(Keys.queueList("a", 3), message("a3"));
        bench.push(Keys.queueList("b", 9), message("b9"));
        bench.push("b", message("b0"));

        assertThat(bench.claim("w1", 5)).containsExactly("b0");
        assertThat(bench.claim("w1", 5)).containsExactly("a3");
        assertThat(bench.claim("w1", 5)).containsExactly("b9");
        assertThat(bench.hash(Keys.UNACKED).get("b9")).endsWith(",\"\",\"b\"]");
    }

    @Test
    void shouldScoreInSecondsByRedisClock() {
        bench.push("a", message("t1"));
        double before = System.currentTimeMillis() / 1000.0;

        ClaimAnswer answer = bench.claim("w1", 1, 0);

        assertThat(await(bench.redis.zscore(Keys.UNACKED_INDEX, "t1".getBytes(StandardCharsets.UTF_8))))
                .isBetween(before - 1, before + 5);
        assertThat(answer.redisTime().toEpochMilli() / 1000.0).isBetween(before - 1, before + 5);
    }

    @Test
    void shouldTouchNothingForAWorkerThatIsNotKnownOrWasDeclaredDead() {
        bench.push("a", message("t1"));
        bench.dies("w1");

        assertThat(bench.claimStatus("w1")).isEqualTo(Status.GONE);
        assertThat(bench.claimStatus("nobody")).isEqualTo(Status.GONE);
        assertThat(bench.list("a")).containsExactly(message("t1"));
    }

    @Test
    void shouldMakeUpATagWhereThereIsNone() {
        bench.push("a", "{}", "{}", "{\"properties\": {\"delivery_tag\": \"strange \\u0001 tag\"}}");

        List<String> tags = bench.claim("w1", 5);

        assertThat(tags).hasSize(3).doesNotHaveDuplicates().allMatch(tag -> tag.startsWith("drumline-"));
        assertThat(bench.held("w1")).containsExactly(3, 3, 3);
    }

    @Test
    void shouldHoldTwoCopiesOfAMessageApart() {
        bench.push("a", message("t1"), message("t1"), message("t1"));

        assertThat(bench.claim("w1", 2)).hasSize(2).contains("t1").doesNotHaveDuplicates();
        bench.claim("w1", 1);

        assertThat(bench.held("w1")).containsExactly(3, 3, 3);
    }

    @Test
    void shouldCountTheDeliveriesOfAMessageWithoutATagToo() {
        bench.push("a", "{\"no\": \"tag\"}");
        bench.claim("w1", 1);
        bench.dies("w1");
        bench.join("w2");

        assertThat(bench.claim("w2", 1, 0).messages())
                .singleElement()
                .extracting(Claimed::deliveries)
                .isEqualTo(1);
    }

    @Test
    void shouldSetAsideWhatWouldKillAStockWorkerThatRestoredIt() {
        bench.push("a", "not json", message("t1"), "[1, 2]");

        ClaimAnswer answer = bench.claim("w1", 5, 0);

        assertThat(answer.messages()).extracting(Claimed::tag).containsExactly("t1");
        assertThat(answer.setAside()).isEqualTo(2);
        assertThat(bench.deadLetters("a"))
                .extracting(DeadLetter::list, DeadLetter::reason, letter -> Bench.text(letter.message()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "not a JSON object", "[1, 2]"),
                        org.assertj.core.groups.Tuple.tuple("a", "not a JSON object", "not json"));
    }

    @Test
    void shouldNotEvenSendWhatIsTooLong() {
        bench.push("a", "{\"body\": \"" + "x".repeat(2 << 20) + "\"}");

        assertThat(bench.claim("w1", 1, 0).messages()).isEmpty();
        assertThat(bench.deadLetters("a"))
                .singleElement()
                .extracting(DeadLetter::reason)
                .isEqualTo("longer than 1048576 bytes");
    }

    @Test
    void shouldPassByAQueueThatIsNoList() {
        await(bench.redis.set("a", new byte[0]));
        bench.push("b", message("t1"));

        ClaimAnswer answer = bench.claim("w1", 1, 0);

        assertThat(answer.messages()).extracting(Claimed::tag).containsExactly("t1");
        assertThat(answer.skippedKeys()).containsExactly("a");
    }

    @Test
    void shouldTakeNothingWhereItCouldNotRecordIt() {
        await(bench.redis.set(Keys.UNACKED, new byte[0]));
        bench.push("a", message("t1"));

        assertThatThrownBy(() -> bench.claim("w1", 1)).hasMessageContaining("WRONGTYPE");
        assertThat(bench.list("a")).containsExactly(message("t1"));
    }

    @Test
    void shouldTellWhatWasRevokedBeforeItTook() {
        bench.revoke("r1", "r2");
        bench.push("a", message("t1"));

        ClaimAnswer first = bench.claim("w1", 1, 0);
        ClaimAnswer later = bench.claim("w1", 1, first.revoked().through());
        bench.revoke("r1", "r2", "r3");

        assertThat(first.status()).isEqualTo(Status.TAKEN);
        assertThat(first.revoked()).isEqualTo(new Revocations(2, List.of("r1", "r2")));
        assertThat(later.revoked()).isEqualTo(Revocations.NONE);
        assertThat(bench.claim("w1", 1, 2).revoked().taskIds()).containsExactly("r3");
    }

    @Test
    void shouldTakeNothingWhileThereIsMoreToTell() {
        bench.push("a", message("t1"));
        bench.revoke(IntStream.range(0, 1_500).mapToObj(i -> "r" + i).toArray(String[]::new));

        ClaimAnswer first = bench.claim("w1", 1, 0);
        ClaimAnswer second = bench.claim("w1", 1, first.revoked().through());

        assertThat(first.status()).isEqualTo(Status.EMPTY);
        assertThat(first.revoked().taskIds()).hasSize(1_000);
        assertThat(second.status()).isEqualTo(Status.TAKEN);
        assertThat(second.revoked().taskIds()).hasSize(500);
    }

    @Test
    void shouldGoOnWhereTheRevokedAreNoSortedSet() {
        bench.push("a", message("t1"));
        await(bench.redis.set(KEYS.revoked(), new byte[] {1}));

        assertThat(bench.claim("w1", 1)).containsExactly("t1");
    }
}
