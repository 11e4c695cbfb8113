// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import dev.drumline.broker.RedisForTests;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Redis that this machine has installed, such as Debian's 7.0; without one there is nothing to compare. */
@EnabledIf("dev.drumline.broker.RedisForTests#isInstalled")
class InstalledRedisFiringStoreIT {

    @RegisterExtension
    static final RedisForTests REDIS = RedisForTests.installed();

    private final TestBroker broker = new RedisBroker(REDIS.link());

    @Nested
    class Fire implements FireContract {
        @Override
        public TestBroker broker() {
            return broker;
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
