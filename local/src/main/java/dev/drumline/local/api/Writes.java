// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.apply.ManagedFields;
import dev.drumline.local.apply.ServerSideApply;
import dev.drumline.local.apply.Writer;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Cause;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectList;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.Reason;
import dev.drumline.local.store.Selector;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Creates, updates, patches, applies and deletes, and keeps track of who manages which field. */
final class Writes {

    private final ObjectStore store;
    private final Kinds kinds;
    private final InstantSource clock;
    private final Patches patches;

    Writes(ObjectStore store, Kinds kinds, InstantSource clock) {
        this.store = store;
        this.kinds = kinds;
        this.clock = clock;
        this.patches = new Patches(kinds);
    }

    Answer create(Target target, ApiRequest request) {
        ObjectNode object = Identity.require(target, Bodies.object(request));
        if (target.type().has("status") && !target.type().equals(BuiltIn.NODES)) {
            object.remove("status");
        }
        List<String> warnings = new ArrayList<>();
        complete(target, request, object, warnings);
        ManagedFields.recordUpdate(null, object, writer(target, request), clock.instant());
        ObjectNode created = store.create(target.stored(), object, request.commit());
        return new Answer.Body(201, EventView.show(target.type(), created), warnings);
    }

    Answer update(Target target, ApiRequest request) {
        ObjectNode object = Identity.require(target, Bodies.object(request));
        boolean versioned = Metadata.resourceVersion(object) != 0;
        if (kinds.custom(target.type()).isPresent() && !versioned) {
            throw ApiException.invalid(
                    target.type(),
                    target.name(),
                    List.of(new Cause(
                            "FieldValueInvalid",
                            "metadata.resourceVersion",
                            "Invalid value: 0x0: must be specified for an update")));
        }
        return change(target, request, current -> object.deepCopy());
    }

    Answer patch(Target target, ApiRequest request) {
        if (request.contentType().equals("application/apply-patch+yaml")) {
            return apply(target, request);
        }
        JsonNode patch = Trees.parse(request.body());
        return change(
                target,
                request,
                current ->
                        Identity.require(target, patches.apply(request.contentType(), target.type(), current, patch)));
    }

    private Answer apply(Target target, ApiRequest request) {
        if (request.parameter("fieldManager").isEmpty()) {
            throw ApiException.badRequest("PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: "
                    + "is required for apply patch");
        }
        ObjectNode config = Identity.require(target, Trees.parseObject(request.body()));
        if (!config.path("metadata").path("managedFields").isEmpty()) {
            throw ApiException.badRequest("metadata.managedFields must be nil");
        }
        ServerSideApply apply = new ServerSideApply(writer(target, request), clock.instant());
        List<String> warnings = new ArrayList<>();
        UnaryOperator<ObjectNode> edit = live -> {
            ObjectNode applied = apply.apply(live, config, request.flag("force"));
            complete(target, request, applied, warnings);
            return applied;
        };
        ObjectKey key = target.key();
        if (target.subresource().isEmpty()
                && store.find(target.stored(), key.namespace(), key.name()).isEmpty()) {
            ObjectNode created = store.create(target.stored(), edit.apply(shell(config)), request.commit());
            return new Answer.Body(201, created, warnings);
        }
        ObjectNode changed = store.change(target.stored(), key, part(target), request.commit(), edit);
        return new Answer.Body(200, changed, warnings);
    }

    private Answer change(Target target, ApiRequest request, UnaryOperator<ObjectNode> edit) {
        List<String> warnings = new ArrayList<>();
        ObjectNode changed = store.change(target.stored(), target.key(), part(target), request.commit(), current -> {
            ObjectNode edited = edit.apply(current);
            complete(target, request, edited, warnings);
            ManagedFields.recordUpdate(current, edited, writer(target, request), clock.instant());
            return edited;
        });
        return new Answer.Body(200, EventView.show(target.type(), changed), warnings);
    }

    Answer delete(Target target, ApiRequest request) {
        ObjectNode last = store.delete(target.stored(), target.key(), Deletions.options(request));
        boolean stays =
                store.find(target.stored(), target.namespace(), target.name()).isPresent();
        return Answer.ok(stays ? last : Deletions.done(target.type(), last));
    }

    Answer deleteCollection(Target target, ApiRequest request, Selector selector) {
        ObjectList doomed = store.list(target.stored(), target.namespace(), selector);
        for (ObjectNode object : doomed.items()) {
            try {
                store.delete(target.stored(), ObjectKey.of(object), Deletions.options(request));
            } catch (ApiException e) {
                if (!e.is(Reason.NOT_FOUND)) {
                    throw e;
                }
            }
        }
        return Answer.ok(Trees.list(target.type().apiVersion(), target.type().kind() + "List", doomed.items()));
    }

    /** The only way to change a namespace's {@code spec.finalizers}. */
    Answer finalizeNamespace(Target target, ApiRequest request) {
        JsonNode finalizers = Bodies.object(request).path("spec").path("finalizers");
        return Answer.ok(store.edit(target.type(), target.key(), Part.MAIN, namespace -> namespace
                .withObjectProperty("spec")
                .set("finalizers", finalizers)));
    }

    /** Refuses fields that the schema does not know, or warns of them, as the request asks; then prunes and defaults. */
    private void complete(Target target, ApiRequest request, ObjectNode object, List<String> warnings) {
        List<String> unknown = kinds.complete(target.stored(), object);
        List<String> faults =
                unknown.stream().map(f -> "unknown field \"%s\"".formatted(f)).toList();
        if (!faults.isEmpty() && request.parameter("fieldValidation").equals("Strict")) {
            throw ApiException.badRequest("%s in version \"%s\" cannot be handled as a %s: strict decoding error: %s"
                    .formatted(
                            target.type().kind(),
                            target.type().groupVersion().version(),
                            target.type().kind(),
                            String.join(", ", faults)));
        }
        if (!request.parameter("fieldValidation").equals("Ignore")) {
            warnings.addAll(faults);
        }
    }

    private Writer writer(Target target, ApiRequest request) {
        return new Writer(
                request.fieldManager(), target.subresource(), target.stored(), kinds.mergeSchema(target.stored()));
    }

    private static ObjectNode shell(ObjectNode config) {
        ObjectNode shell = Trees.object(
                config.path("apiVersion").asText(), config.path("kind").asText());
        ObjectNode metadata = shell.putObject("metadata").put("name", Metadata.name(config));
        String namespace = Metadata.namespace(config);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        return shell;
    }

    private static Part part(Target target) {
        return target.subresource().equals("status") ? Part.STATUS : Part.MAIN;
    }
}
