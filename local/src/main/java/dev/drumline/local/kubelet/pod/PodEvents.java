// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.pod;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** The events about one pod; one that comes again raises the count of the first. */
public final class PodEvents {

    private static final System.Logger LOG = System.getLogger(PodEvents.class.getName());

    private final ObjectStore store;
    private final ObjectNode pod;
    private final String component;
    private final InstantSource clock;
    private final Map<String, ObjectKey> recorded = new HashMap<>();

    /** @param component who says so, such as {@code kubelet} */
    public PodEvents(ObjectStore store, ObjectNode pod, String component, InstantSource clock) {
        this.store = store;
        this.pod = pod;
        this.component = component;
        this.clock = clock;
    }

    /** @param type Normal or Warning */
    public synchronized void record(String type, String reason, String message) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        try {
            ObjectKey key = recorded.get(reason + message);
            if (key == null) {
                ObjectNode event = store.create(BuiltIn.EVENTS, event(now, type, reason, message));
                recorded.put(reason + message, ObjectKey.of(event));
            } else {
                store.edit(BuiltIn.EVENTS, key, Part.MAIN, event -> event.put(
                                "count", event.path("count").asInt() + 1)
                        .put("lastTimestamp", now));
            }
        } catch (ApiException e) {
            // Its namespace is going: nobody will read the event.
            LOG.log(System.Logger.Level.DEBUG, "Event not recorded", e);
        }
    }

    private ObjectNode event(String now, String type, String reason, String message) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        String namespace = pod.path("metadata").path("namespace").asText();
        String name = pod.path("metadata").path("name").asText();
        event.putObject("metadata").put("generateName", name + ".").put("namespace", namespace);
        event.putObject("involvedObject")
                .put("apiVersion", "v1")
                .put("kind", "Pod")
                .put("namespace", namespace)
                .put("name", name)
                .put("uid", pod.path("metadata").path("uid").asText());
        event.put("type", type).put("reason", reason).put("message", message).put("count", 1);
        event.putObject("source").put("component", component);
        return event.put("firstTimestamp", now).put("lastTimestamp", now).put("reportingComponent", component);
    }
}
