// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import dev.drumline.broker.redis.RedisSettings;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.validation.Verdict;

/**
 * A broker with what it refers to.
 *
 * @param endpoint null unless the verdict accepts
 * @param settings null unless the verdict accepts
 */
record ResolvedBroker(Verdict verdict, BrokerEndpoint endpoint, RedisSettings settings) {
    static ResolvedBroker refused(Verdict verdict) {
        return new ResolvedBroker(verdict, null, null);
    }
}
