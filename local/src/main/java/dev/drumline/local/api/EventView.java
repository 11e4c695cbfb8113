// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ResourceType;
import java.util.Map;

/** Shows core events as {@code events.k8s.io} events and takes them back; every other kind passes unchanged. */
final class EventView {

    private static final Map<String, String> NEW_NAMES = Map.of(
            "involvedObject", "regarding",
            "message", "note",
            "reportingComponent", "reportingController",
            "source", "deprecatedSource",
            "firstTimestamp", "deprecatedFirstTimestamp",
            "lastTimestamp", "deprecatedLastTimestamp",
            "count", "deprecatedCount");

    private EventView() {}

    static ObjectNode show(ResourceType as, ObjectNode stored) {
        if (!as.equals(BuiltIn.NEW_EVENTS)) {
            return stored;
        }
        ObjectNode shown = stored.deepCopy().put("apiVersion", as.apiVersion());
        NEW_NAMES.forEach((old, fresh) -> rename(shown, old, fresh));
        return shown;
    }

    static ObjectNode take(ResourceType as, ObjectNode sent) {
        if (as.equals(BuiltIn.NEW_EVENTS)) {
            sent.put("apiVersion", BuiltIn.EVENTS.apiVersion());
            NEW_NAMES.forEach((old, fresh) -> rename(sent, fresh, old));
        }
        return sent;
    }

    private static void rename(ObjectNode object, String from, String to) {
        if (object.has(from)) {
            object.set(to, object.remove(from));
        }
    }
}
