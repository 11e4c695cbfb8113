// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.Commit;
import dev.drumline.local.store.DeleteOptions;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.Propagation;
import dev.drumline.local.store.ResourceType;
import java.util.OptionalInt;

/** What a deletion asks for, and what it answers. */
final class Deletions {

    private Deletions() {}

    /** The options in the body, else those in the query. */
    static DeleteOptions options(ApiRequest request) {
        ObjectNode options = Bodies.optional(request);
        JsonNode preconditions = options.path("preconditions");
        boolean dryRun =
                request.commit() == Commit.DRY_RUN || !options.path("dryRun").isEmpty();
        return new DeleteOptions(
                grace(options.path("gracePeriodSeconds").asText(request.parameter("gracePeriodSeconds"))),
                propagation(
                        options.path("propagationPolicy").asText(request.parameter("propagationPolicy")),
                        options.path("orphanDependents").asBoolean()),
                preconditions.path("uid").asText(""),
                preconditions.path("resourceVersion").asLong(0),
                dryRun ? Commit.DRY_RUN : Commit.WRITE);
    }

    static ObjectNode done(ResourceType type, ObjectNode object) {
        ObjectNode status = Trees.object("v1", "Status");
        status.putObject("metadata");
        status.put("status", "Success")
                .putObject("details")
                .put("name", Metadata.name(object))
                .put("group", type.group())
                .put("kind", type.plural())
                .put("uid", Metadata.uid(object));
        return status;
    }

    private static OptionalInt grace(String seconds) {
        return seconds.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(seconds));
    }

    private static Propagation propagation(String policy, boolean orphanDependents) {
        return switch (policy) {
            case "" -> orphanDependents ? Propagation.ORPHAN : Propagation.BACKGROUND;
            case "Background" -> Propagation.BACKGROUND;
            case "Foreground" -> Propagation.FOREGROUND;
            case "Orphan" -> Propagation.ORPHAN;
            default -> throw ApiException.badRequest("propagationPolicy: unknown: " + policy);
        };
    }
}
