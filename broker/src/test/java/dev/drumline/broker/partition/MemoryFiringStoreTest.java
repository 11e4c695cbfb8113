// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import org.junit.jupiter.api.Nested;

class MemoryFiringStoreTest {

    private final TestBroker broker = new MemoryBroker();

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
