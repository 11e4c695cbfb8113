// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.apply.ManagedFields;
import dev.drumline.local.apply.Writer;
import dev.drumline.local.crd.CustomType;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.Cause;
import dev.drumline.local.store.LabelSelector;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.Reason;
import dev.drumline.local.store.ResourceType;
import java.time.InstantSource;
import java.util.List;

/** The {@code scale} subresource: one number of an object, and what counts as its pods. */
final class Scales {

    private final ObjectStore store;
    private final Kinds kinds;
    private final InstantSource clock;
    private final Patches patches;

    Scales(ObjectStore store, Kinds kinds, InstantSource clock) {
        this.store = store;
        this.kinds = kinds;
        this.clock = clock;
        this.patches = new Patches(kinds);
    }

    Answer answer(Target target, ApiRequest request) {
        if (!target.type().has("scale")) {
            throw new ApiException(Reason.NOT_FOUND, "the server could not find the requested resource");
        }
        return switch (request.method()) {
            case "GET" ->
                Answer.ok(scaleOf(target.type(), store.get(target.type(), target.namespace(), target.name())));
            case "PUT" -> change(target, request, Bodies.object(request), "");
            case "PATCH" -> change(target, request, Trees.parse(request.body()), request.contentType());
            default -> throw new ApiException(Reason.METHOD_NOT_ALLOWED, "the scale can be read and written only");
        };
    }

    /** @param patchType empty when the body is a whole Scale */
    private Answer change(Target target, ApiRequest request, JsonNode body, String patchType) {
        Writer writer = new Writer(request.fieldManager(), "scale", target.type(), kinds.mergeSchema(target.type()));
        ObjectNode changed = store.change(target.type(), target.key(), Part.MAIN, request.commit(), current -> {
            ObjectNode before = current.deepCopy();
            JsonNode wanted = patchType.isEmpty()
                    ? body
                    : patches.apply(patchType, target.type(), scaleOf(target.type(), current), body);
            put(current, path(target.type(), "specReplicasPath"), replicas(target, wanted));
            JsonNode version = wanted.path("metadata").path("resourceVersion");
            if (version.isTextual()) {
                Metadata.of(current).set("resourceVersion", version);
            }
            ManagedFields.recordUpdate(before, current, writer, clock.instant());
            return current;
        });
        return Answer.ok(scaleOf(target.type(), changed));
    }

    private static int replicas(Target target, JsonNode scale) {
        int replicas = scale.path("spec").path("replicas").asInt(0);
        if (replicas < 0) {
            throw ApiException.invalid(
                    target.type(),
                    target.name(),
                    List.of(Cause.invalid(
                            "spec.replicas",
                            scale.path("spec").path("replicas"),
                            "must be greater than or equal to 0")));
        }
        return replicas;
    }

    private ObjectNode scaleOf(ResourceType type, ObjectNode object) {
        ObjectNode scale = Trees.object("autoscaling/v1", "Scale");
        ObjectNode metadata = scale.putObject("metadata");
        List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")
                .forEach(field -> metadata.set(field, object.path("metadata").get(field)));
        scale.putObject("spec")
                .put("replicas", object.at(path(type, "specReplicasPath")).asInt(0));
        ObjectNode status = scale.putObject("status");
        status.put("replicas", object.at(path(type, "statusReplicasPath")).asInt(0));
        String selector = kinds.custom(type).isPresent()
                ? object.at(path(type, "labelSelectorPath")).asText("")
                : LabelSelector.print(object.path("spec").path("selector"));
        return (selector.isEmpty() ? scale : scale.set("status", status.put("selector", selector)));
    }

    private JsonPointer path(ResourceType type, String name) {
        String dotted = kinds.custom(type)
                .map((CustomType custom) -> custom.scalePath(name))
                .orElse(name.equals("specReplicasPath") ? ".spec.replicas" : ".status.replicas");
        return JsonPointer.compile(dotted.replace('.', '/'));
    }

    private static void put(ObjectNode object, JsonPointer path, int value) {
        ObjectNode parent = object.withObject(path.head());
        parent.put(path.last().getMatchingProperty(), value);
    }
}
