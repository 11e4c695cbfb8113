// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.redis.RedisSettings;

/** Makes links to brokers. */
@FunctionalInterface
public interface LinkFactory {
    BrokerLink make(BrokerEndpoint endpoint, RedisSettings settings);
}
