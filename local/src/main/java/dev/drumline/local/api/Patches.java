// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.apply.JsonPatch;
import dev.drumline.local.apply.MergePatch;
import dev.drumline.local.apply.StrategicMergePatch;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.Reason;
import dev.drumline.local.store.ResourceType;

/** Chooses the patch by its media type. */
final class Patches {

    private final Kinds kinds;

    Patches(Kinds kinds) {
        this.kinds = kinds;
    }

    ObjectNode apply(String contentType, ResourceType type, ObjectNode target, JsonNode patch) {
        JsonNode patched =
                switch (contentType) {
                    case "application/json-patch+json" -> JsonPatch.apply(target, patch);
                    case "application/merge-patch+json" -> MergePatch.apply(target, patch);
                    case "application/strategic-merge-patch+json" -> strategic(type, target, patch);
                    default -> throw unsupported(contentType);
                };
        if (patched instanceof ObjectNode object) {
            return object;
        }
        throw ApiException.badRequest("the patch leaves no object");
    }

    private JsonNode strategic(ResourceType type, ObjectNode target, JsonNode patch) {
        if (kinds.custom(type).isPresent()) {
            throw unsupported("application/strategic-merge-patch+json");
        }
        return StrategicMergePatch.apply(target, patch, kinds.mergeSchema(type));
    }

    private static ApiException unsupported(String contentType) {
        return new ApiException(
                Reason.UNSUPPORTED_MEDIA_TYPE,
                "the body of the request was in an unknown format - accepted media types include: "
                        + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml: "
                        + contentType);
    }
}
