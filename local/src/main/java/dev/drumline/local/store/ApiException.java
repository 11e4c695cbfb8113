// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A refused request; {@link #status()} is what a client sees of it. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient ObjectNode details;

    private ApiException(Reason reason, String message, ObjectNode details) {
        super(message);
        this.reason = reason;
        this.details = details;
    }

    public ApiException(Reason reason, String message) {
        this(reason, message, JsonNodeFactory.instance.objectNode());
    }

    public static ApiException notFound(ResourceType type, String name) {
        return about(Reason.NOT_FOUND, type, name, "%s \"%s\" not found".formatted(type.qualifiedPlural(), name));
    }

    public static ApiException alreadyExists(ResourceType type, String name) {
        return about(
                Reason.ALREADY_EXISTS, type, name, "%s \"%s\" already exists".formatted(type.qualifiedPlural(), name));
    }

    public static ApiException conflict(ResourceType type, String name, String why) {
        return about(
                Reason.CONFLICT,
                type,
                name,
                "Operation cannot be fulfilled on %s \"%s\": %s".formatted(type.qualifiedPlural(), name, why));
    }

    public static ApiException stale(ResourceType type, String name) {
        return conflict(
                type,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    /** Server-side apply met fields of other managers. */
    public static ApiException applyConflict(String message, List<Cause> causes) {
        return new ApiException(Reason.CONFLICT, message, withCauses(causes));
    }

    public static ApiException invalid(ResourceType type, String name, List<Cause> causes) {
        List<String> faults = causes.stream().map(Cause::toString).distinct().toList();
        String all = faults.size() == 1 ? faults.getFirst() : "[" + String.join(", ", faults) + "]";
        ObjectNode details = withCauses(causes);
        details.put("name", name).put("group", type.group()).put("kind", type.kind());
        return new ApiException(
                Reason.INVALID, "%s \"%s\" is invalid: %s".formatted(type.qualifiedKind(), name, all), details);
    }

    public static ApiException badRequest(String message) {
        return new ApiException(Reason.BAD_REQUEST, message);
    }

    public static ApiException expired(long resourceVersion, long oldest) {
        return new ApiException(Reason.EXPIRED, "too old resource version: %d (%d)".formatted(resourceVersion, oldest));
    }

    public Reason reason() {
        return reason;
    }

    public boolean is(Reason other) {
        return reason == other;
    }

    /** The {@code v1/Status} object of it. */
    public ObjectNode status() {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        status.put("status", "Failure").put("message", getMessage()).put("reason", reason.wireName());
        if (details != null && !details.isEmpty()) {
            status.set("details", details.deepCopy());
        }
        return status.put("code", reason.code());
    }

    @Override
    public String toString() {
        return reason.wireName() + ": " + getMessage();
    }

    private static ApiException about(Reason reason, ResourceType type, String name, String message) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("name", name).put("group", type.group()).put("kind", type.plural());
        return new ApiException(reason, message, details);
    }

    private static ObjectNode withCauses(List<Cause> causes) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        ArrayNode wire = details.putArray("causes");
        causes.forEach(c -> wire.addObject()
                .put("reason", c.reason())
                .put("message", c.message())
                .put("field", c.field()));
        return details;
    }
}
