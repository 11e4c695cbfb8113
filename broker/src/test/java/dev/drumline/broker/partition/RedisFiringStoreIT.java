// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static dev.drumline.broker.partition.TestBroker.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.partition.FireBatch.Group;
import dev.drumline.broker.redis.Bulk;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Redis 6.2. */
class RedisFiringStoreIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private final TestBroker broker = new RedisBroker(REDIS.link());

    @Nested
    class Fire implements FireContract {
        @Override
        public TestBroker broker() {
            return broker;
        }

        @Test
        void shouldLeaveEverythingAsItWasWhenRedisIsOutOfMemory() throws Exception {
            FireBatch batch = new FireBatch(
                    0,
                    START,
                    END,
                    7,
                    END.dueMillis(),
                    List.of(),
                    List.of(new Group("q", 0, 0, List.of(Bulk.of("message")))));
            REDIS.link().commands().configSet("maxmemory", "1").get();
            try {
                assertThat(broker.store().fire("me", List.of(batch)).toCompletableFuture())
                        .failsWithin(5, TimeUnit.SECONDS);
            } finally {
                REDIS.link().commands().configSet("maxmemory", "0").get();
            }
            assertThat(broker.list("q")).isEmpty();
            assertThat(broker.hash(KEYS.partition(0)))
                    .containsEntry("mark", START.toString())
                    .doesNotContainKeys("fired", "missed");
        }
    }

    @Nested
    class Rest implements ConcurrencyContract, LeaseContract, EditContract, BeginContract, DelayedContract {
        @Override
        public TestBroker broker() {
            return broker;
        }
    }
}
