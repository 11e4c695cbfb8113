// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.redis.RedisSettings;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisBrokerLinkIT {
    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private BrokerLink link;

    @BeforeEach
    void open() {
        var endpoint = new BrokerEndpoint(REDIS.url(), Optional.empty(), false, Keys.DEFAULT_PREFIX, 8);
        link = new RedisBrokerLink(endpoint, RedisSettings.of(REDIS.url()), Runnable::run);
    }

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void shouldSeeWhatWasStored() {
        // Given
        link.look();
        // When
        Await.answer(link.edits().write(entry("shop/a")));
        Await.answer(link.edits().write(entry("shop/b")));
        Await.answer(link.edits().delete("shop/b"));
        // Then
        BrokerSight sight = link.look();
        assertThat(sight.schedules()).isEqualTo(1);
        assertThat(sight.mark(link.schedules().partitionOf("shop/a"))).isPresent();
        assertThat(sight.beats()).isZero();
        assertThat(sight.partitionsHeld()).isZero();
        assertThat(sight.evicts()).isFalse();
        assertThat(Await.answer(link.schedules().stored(link.schedules().partitionOf("shop/a"))))
                .singleElement()
                .matches(stored -> stored.says(entry("shop/a")));
    }

    @Test
    void shouldStoreHowDeepQueuesMayGet() {
        link.look();
        link.write(new QueueSettings(Map.of("metrics", 10L)));
        assertThat(Await.answer(REDIS.link().commands().hgetall(new Keys(Keys.DEFAULT_PREFIX).queues())))
                .containsOnlyKeys("metrics");
    }

    @Test
    void shouldSeeThatRedisMayThrowKeysAway() {
        REDIS.link()
                .commands()
                .configSet("maxmemory-policy", "allkeys-lru")
                .toCompletableFuture()
                .join();
        assertThat(link.look().evicts()).isTrue();
        REDIS.link()
                .commands()
                .configSet("maxmemory-policy", "noeviction")
                .toCompletableFuture()
                .join();
    }

    @Test
    void shouldSayThatRedisIsAwayAndGoOnWhenItIsBack() throws Exception {
        // Given
        link.look();
        // When
        REDIS.kill();
        // Then
        await().untilAsserted(() ->
                assertThatExceptionOfType(RedisUnreachableException.class).isThrownBy(link::look));
        assertThatExceptionOfType(RedisUnreachableException.class)
                .isThrownBy(() -> Await.answer(link.edits().write(entry("shop/a"))));
        // When
        REDIS.start();
        // Then
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(link.look().schedules()).isZero());
    }

    @Test
    void shouldNotHaveAskedBeforeItLooks() {
        assertThat(link.wasAsked()).isFalse();
        assertThatExceptionOfType(RedisUnreachableException.class)
                .isThrownBy(() -> Await.answer(link.edits().write(entry("shop/a"))));
        link.look();
        assertThat(link.wasAsked()).isTrue();
    }

    private static ScheduleEntry entry(String id) {
        return new ScheduleEntry(
                id,
                ScheduleSpec.of(new Rule.Every("10s", null)),
                new TaskCall("t"),
                Delivery.to("q"),
                MissPolicy.DEFAULT);
    }
}
