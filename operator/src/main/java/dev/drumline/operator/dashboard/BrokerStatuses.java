// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.dashboard;

import dev.drumline.broker.status.BrokerStatus;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How all brokers stand. */
@ApplicationScoped
class BrokerStatuses {

    private final BrokerLinks links;

    BrokerStatuses(BrokerLinks links) {
        this.links = links;
    }

    /**
     * @param broker {@code namespace/name}
     * @param status null when Redis doesn't answer
     */
    record Line(String broker, BrokerStatus status) {}

    /** Never fails: a broker whose Redis doesn't answer has no status. */
    CompletionStage<List<Line>> read() {
        Map<String, CompletableFuture<Line>> lines = new TreeMap<>();
        links.all().forEach((id, link) -> lines.put(id.toString(), line(id.toString(), link)));
        return CompletableFuture.allOf(lines.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> lines.values().stream()
                        .map(CompletableFuture::resultNow)
                        .toList());
    }

    private static CompletableFuture<Line> line(String broker, BrokerLink link) {
        return link.status().handle((status, fault) -> new Line(broker, status)).toCompletableFuture();
    }
}
