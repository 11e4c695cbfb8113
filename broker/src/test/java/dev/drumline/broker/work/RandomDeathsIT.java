// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import static dev.drumline.broker.work.Bench.KEYS;
import static dev.drumline.broker.work.Bench.await;
import static dev.drumline.broker.work.Bench.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.work.WorkLink.Membership;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Workers that claim, finish, hand back, die at any point between, hear or don't hear their answers, and come back as
 * ghosts, in an order that the seed decides. Whatever they do: no message is lost, and none runs again once acked.
 */
class RandomDeathsIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private static final int MESSAGES = 300;

    private final Set<String> acked = new HashSet<>();
    private final List<Ghost> workers = new ArrayList<>();
    private Bench bench;
    private Random random;
    private int names;

    /** A worker as it sees itself: what it thinks that it holds. */
    private record Ghost(String name, List<String> holds) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldLoseNothingAndRepeatNothingThatWasAcked(long seed) {
        bench = new Bench(REDIS.link());
        random = new Random(seed);
        for (int i = 0; i < MESSAGES; i++) {
            bench.push(random.nextBoolean() ? "a" : Keys.queueList("b", 3 * random.nextInt(4)), message("m" + i));
        }

        for (int step = 0; step < 600; step++) {
            step();
        }
        settle();

        assertThat(acked).as("seed %d", seed).hasSize(MESSAGES);
        assertThat(bench.size(Keys.UNACKED)).isZero();
        assertThat(bench.size(Keys.UNACKED_INDEX)).isZero();
        assertThat(bench.size(KEYS.deliveries())).isZero();
        workers.forEach(
                worker -> assertThat(bench.size(KEYS.inflight(worker.name()))).isZero());
    }

    private void step() {
        if (workers.size() < 3) {
            join();
            return;
        }
        Ghost worker = workers.get(random.nextInt(workers.size()));
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> claim(worker, random.nextInt(5) > 0);
            case 3, 4, 5 -> finish(worker, random.nextInt(5) > 0);
            case 6 -> handBack(worker);
            case 7 -> bench.dies(worker.name()); // and lives on as a ghost that may still finish and claim
            case 8 -> stockWorkerRestores();
            default -> refresh(worker);
        }
    }

    private void join() {
        Ghost worker = new Ghost("w" + names++, new ArrayList<>());
        bench.join(worker.name());
        workers.add(worker);
    }

    private void claim(Ghost worker, boolean hears) {
        List<String> taken = bench.claim(worker.name(), 1 + random.nextInt(8));
        assertThat(taken).noneMatch(acked::contains);
        if (hears) {
            worker.holds().addAll(taken);
        }
    }

    private void finish(Ghost worker, boolean hears) {
        List<String> tags =
                worker.holds().stream().filter(tag -> random.nextBoolean()).toList();
        List<Boolean> mine =
                bench.finish(worker.name(), tags.stream().map(Finish::ack).toArray(Finish[]::new));
        for (int i = 0; i < tags.size(); i++) {
            if (mine.get(i)) {
                assertThat(acked.add(tags.get(i)))
                        .as("acked twice: " + tags.get(i))
                        .isTrue();
            }
        }
        if (hears) {
            worker.holds().removeAll(tags);
        }
    }

    private void handBack(Ghost worker) {
        await(bench.work.handBack(worker.name(), worker.holds()));
        worker.holds().clear();
    }

    private void refresh(Ghost worker) {
        if (bench.stay(worker.name()) == Membership.GONE) {
            workers.remove(worker);
        }
    }

    /** As Kombu does to what was not refreshed for its visibility timeout. */
    private void stockWorkerRestores() {
        List<String> tags = bench.members(Keys.UNACKED_INDEX);
        if (!tags.isEmpty()) {
            String tag = tags.get(random.nextInt(tags.size()));
            await(bench.redis.zrem(Keys.UNACKED_INDEX, tag.getBytes(UTF_8)));
            await(bench.redis.hdel(Keys.UNACKED, tag));
            await(bench.redis.rpush("a", message(tag).getBytes(UTF_8)));
        }
    }

    private void settle() {
        List.copyOf(workers).forEach(worker -> bench.silent(worker.name()));
        while (!bench.restore().isEmpty()) {
            // Each call restores a bounded piece.
        }
        Ghost last = new Ghost("last", new ArrayList<>());
        bench.join(last.name());
        for (List<String> taken = bench.claim("last", 50); !taken.isEmpty(); taken = bench.claim("last", 50)) {
            assertThat(taken).noneMatch(acked::contains);
            bench.finish("last", taken.stream().map(Finish::ack).toArray(Finish[]::new));
            acked.addAll(taken);
        }
    }
}
