// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static dev.drumline.broker.partition.TestBroker.KEYS;
import static dev.drumline.broker.partition.TestBroker.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.partition.FireBatch.Group;
import dev.drumline.broker.partition.FireBatch.Guard;
import dev.drumline.broker.redis.Bulk;
import dev.drumline.broker.schedule.Mark;
import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of Forbid and Replace, what only a real Redis has: time that passes, and somebody who listens. The rest is in ConcurrencyContract. */
class ConcurrencyIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private static final String ENTRY = "ns/slow";
    private static final long HOLD_MILLIS = 90_000;

    private FiringStore store;
    private long due = 1_000;

    @BeforeEach
    void holdAPartition() {
        store = new RedisFiringStore(REDIS.link(), KEYS, 1);
        Map<String, byte[]> state = Map.of("mark", (due + " " + ENTRY).getBytes(UTF_8), "version", "1".getBytes(UTF_8));
        get(REDIS.link().commands().hset(KEYS.partition(0), state));
        get(store.lease(new LeaseRequest("me", Duration.ofSeconds(20), Duration.ofSeconds(10), "{}", Set.of(0))));
    }

    @Test
    void shouldHoldTheNextOneUpNoLongerThanItIsTold() throws Exception {
        fire(Concurrency.FORBID, "first");

        assertThat(get(REDIS.link().commands().pttl(KEYS.running(ENTRY)))).isBetween(HOLD_MILLIS - 10_000, HOLD_MILLIS);
        get(REDIS.link().commands().pexpire(KEYS.running(ENTRY), 1));
        TimeUnit.MILLISECONDS.sleep(5);

        assertThat(fire(Concurrency.FORBID, "second")).isEqualTo(1);
    }

    @Test
    void shouldTellCelerysWorkersWhatIsRevoked() throws Exception {
        try (Ear ear = new Ear()) {
            fire(Concurrency.REPLACE, "first");
            fire(Concurrency.REPLACE, "second");

            JsonNode heard = ear.next();
            assertThat(heard.at("/properties/delivery_info"))
                    .isEqualTo(Json.MAPPER.readTree("{\"exchange\":\"celery.pidbox\",\"routing_key\":\"\"}"));
            assertThat(Json.MAPPER.readTree(heard.path("body").textValue())).isEqualTo(Json.MAPPER.readTree("""
                            {"method": "revoke", "destination": null, "pattern": null, "matcher": null,
                             "arguments": {"task_id": "first", "terminate": true, "signal": "SIGTERM"}}
                            """));
        }
    }

    private int fire(Concurrency concurrency, String taskId) {
        Mark from = new Mark(due, ENTRY);
        due++;
        Guard guard = new Guard(concurrency, ENTRY, taskId, HOLD_MILLIS);
        Group group = new Group("q", 0, 0, List.of(Bulk.of(taskId)), Optional.of(guard));
        FireBatch batch = new FireBatch(0, from, new Mark(due, ENTRY), 1, due, List.of(), List.of(group));
        return get(store.fire("me", List.of(batch)))
                .answers()
                .getFirst()
                .pushed()
                .getFirst();
    }

    /** Hears what is told to Celery's workers. */
    private static final class Ear implements AutoCloseable {

        private final RedisClient client = RedisClient.create(REDIS.url());
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        Ear() {
            StatefulRedisPubSubConnection<String, String> connection = client.connectPubSub();
            connection.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String message) {
                    heard.add(message);
                }
            });
            connection.sync().subscribe("/0.celery.pidbox");
        }

        JsonNode next() throws Exception {
            return Json.MAPPER.readTree(heard.poll(5, TimeUnit.SECONDS));
        }

        @Override
        public void close() {
            client.shutdown();
        }
    }
}
