// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.redis.RedisSettings;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.testing.FakeLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokerStatusesTest {

    private final Map<String, FakeLink> made = new HashMap<>();
    private final BrokerLinks links = new BrokerLinks((endpoint, settings) -> {
        FakeLink link = new FakeLink(endpoint);
        made.put(settings.url(), link);
        return link;
    });

    @Test
    void shouldShowABrokerWhoseRedisIsSilentBesideTheOthers() throws Exception {
        // Given
        open("one");
        open("two");
        made.get("redis://two:6379/0").goDown();

        // When
        List<BrokerStatuses.Line> lines =
                new BrokerStatuses(links).read().toCompletableFuture().get();

        // Then
        assertThat(lines).extracting(BrokerStatuses.Line::broker).containsExactly("default/one", "default/two");
        assertThat(lines.get(0).status().fired()).isEqualTo(12);
        assertThat(lines.get(1).status()).isNull();
    }

    private void open(String name) {
        RedisSettings settings = RedisSettings.of("redis://" + name + ":6379/0");
        links.open(
                new BrokerId("default", name),
                new BrokerEndpoint(settings.url(), Optional.empty(), false, "drumline:", 64),
                settings);
    }
}
