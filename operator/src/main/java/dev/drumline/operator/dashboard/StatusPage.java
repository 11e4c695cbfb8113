// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drumline.broker.message.Json;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Serves {@code /api/status}; the page at {@code /} is a file that asks it once a second. Read only. */
@ApplicationScoped
class StatusPage {

    private final BrokerStatuses statuses;

    StatusPage(BrokerStatuses statuses) {
        this.statuses = statuses;
    }

    void open(@Observes Router router) {
        router.get("/api/status").handler(this::answer);
    }

    private void answer(RoutingContext request) {
        statuses.read().whenComplete((brokers, fault) -> {
            try {
                request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(Json.MAPPER.writeValueAsString(brokers));
            } catch (JsonProcessingException e) {
                request.fail(e);
            }
        });
    }
}
