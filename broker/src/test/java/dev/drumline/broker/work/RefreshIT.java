// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import static dev.drumline.broker.work.Bench.KEYS;
import static dev.drumline.broker.work.Bench.await;
import static dev.drumline.broker.work.Bench.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.work.WorkLink.Intent;
import dev.drumline.broker.work.WorkLink.Membership;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefreshIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(REDIS.link());
    }

    @Test
    void shouldJoinThenStay() {
        assertThat(bench.stay("w1")).isEqualTo(Membership.GONE);
        assertThat(bench.join("w1")).isEqualTo(Membership.ALIVE);
        assertThat(bench.stay("w1")).isEqualTo(Membership.ALIVE);

        assertThat(bench.members(KEYS.workers())).containsExactly("w1");
        assertThat(bench.get(KEYS.worker("w1"))).isEqualTo("{}");
        assertThat(await(bench.redis.ttl(KEYS.worker("w1")))).isPositive();
    }

    @Test
    void shouldJoinTwiceWhenTheFirstAnswerWasLost() {
        bench.join("w1");

        assertThat(bench.join("w1")).isEqualTo(Membership.ALIVE);
    }

    @Test
    void shouldSayThatAWorkerWasDeclaredDead() {
        bench.join("w1");
        bench.dies("w1");

        assertThat(bench.stay("w1")).isEqualTo(Membership.GONE);
        assertThat(bench.get(KEYS.worker("w1"))).isNull();
    }

    @Test
    void shouldRaiseTheScoresOfWhatIsHeldAndOfNothingElse() {
        bench.join("w1");
        bench.push("a", message("t1"), message("t2"));
        bench.claim("w1", 2);
        await(bench.redis.zadd(Keys.UNACKED_INDEX, 1.0, "t1".getBytes(UTF_8)));
        await(bench.redis.zadd(Keys.UNACKED_INDEX, 1.0, "theirs".getBytes(UTF_8)));
        await(bench.redis.zrem(Keys.UNACKED_INDEX, "t2".getBytes(UTF_8)));

        bench.stay("w1");

        assertThat(await(bench.redis.zscore(Keys.UNACKED_INDEX, "t1".getBytes(UTF_8))))
                .isGreaterThan(1_000_000);
        assertThat(await(bench.redis.zscore(Keys.UNACKED_INDEX, "theirs".getBytes(UTF_8))))
                .isEqualTo(1);
        assertThat(bench.members(Keys.UNACKED_INDEX)).doesNotContain("t2");
    }

    @Test
    void shouldTellWhatWasRevokedSince() {
        bench.revoke("r1", "r2", "r3");

        assertThat(bench.refresh("w1", Intent.JOIN, 1))
                .isEqualTo(new WorkLink.Refreshed(Membership.ALIVE, new Revocations(3, List.of("r2", "r3"))));
        assertThat(bench.refresh("w1", Intent.STAY, 3).revoked()).isEqualTo(Revocations.NONE);
        assertThat(bench.refresh("w2", Intent.STAY, 0).revoked()).isEqualTo(Revocations.NONE);
    }
}
