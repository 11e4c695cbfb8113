// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectStore;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Writes the events that {@code kubectl describe} shows for what controllers did. */
final class EventRecorder {

    private final ObjectStore store;
    private final InstantSource clock;

    EventRecorder(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    void normal(ObjectNode about, String component, String reason, String message) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.putObject("metadata")
                .put("generateName", Metadata.name(about) + ".")
                .put("namespace", Metadata.namespace(about));
        event.putObject("involvedObject")
                .put("apiVersion", about.path("apiVersion").asText())
                .put("kind", about.path("kind").asText())
                .put("namespace", Metadata.namespace(about))
                .put("name", Metadata.name(about))
                .put("uid", Metadata.uid(about));
        event.put("reason", reason)
                .put("message", message)
                .put("type", "Normal")
                .put("count", 1);
        event.put("firstTimestamp", now).put("lastTimestamp", now).put("reportingComponent", component);
        event.putObject("source").put("component", component);
        store.create(BuiltIn.EVENTS, event);
    }
}
