// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.redis.RedisSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The links to all brokers. The reconciler of TaskBrokers opens and closes them; all others find them here. */
@ApplicationScoped
public class BrokerLinks {
    private final LinkFactory factory;
    private final Map<BrokerId, BrokerLink> links = new ConcurrentHashMap<>();

    public BrokerLinks(LinkFactory factory) {
        this.factory = factory;
    }

    public Optional<BrokerLink> find(BrokerId id) {
        return Optional.ofNullable(links.get(id));
    }

    public Map<BrokerId, BrokerLink> all() {
        return Map.copyOf(links);
    }

    /** The link with these settings; one with others is closed first. */
    public BrokerLink open(BrokerId id, BrokerEndpoint endpoint, RedisSettings settings) {
        return links.compute(id, (key, open) -> {
            if (open != null && open.leadsTo(endpoint, settings)) {
                return open;
            }
            if (open != null) {
                open.close();
            }
            return factory.make(endpoint, settings);
        });
    }

    public void close(BrokerId id) {
        BrokerLink link = links.remove(id);
        if (link != null) {
            link.close();
        }
    }

    @PreDestroy
    void closeAll() {
        links.keySet().forEach(this::close);
    }
}
