// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.Metadata;

/** An object in a request must be the one that its URL names. */
final class Identity {

    private Identity() {}

    /**
     * Completes the object's identity from the URL.
     *
     * @throws ApiException BAD_REQUEST when the two disagree
     */
    static ObjectNode require(Target target, ObjectNode object) {
        String apiVersion = object.path("apiVersion").asText(target.type().apiVersion());
        String kind = object.path("kind").asText(target.type().kind());
        if (!apiVersion.equals(target.type().apiVersion())
                || !kind.equals(target.type().kind())) {
            throw ApiException.badRequest(
                    "the object provided is unrecognized: %s %s does not belong here".formatted(apiVersion, kind));
        }
        String namespace = Metadata.namespace(object);
        if (!namespace.isEmpty() && !namespace.equals(target.namespace())) {
            throw ApiException.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        String name = Metadata.name(object);
        if (!target.isCollection() && !name.isEmpty() && !name.equals(target.name())) {
            throw ApiException.badRequest("the name of the object (%s) does not match the name on the URL (%s)"
                    .formatted(name, target.name()));
        }
        ObjectNode metadata = Metadata.of(object);
        if (target.type().namespaced()) {
            metadata.put("namespace", target.namespace());
        }
        if (!target.isCollection()) {
            metadata.put("name", target.name());
        }
        return EventView.take(target.type(), object);
    }
}
