// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.controllers.OwnerIndex.Ref;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.DeleteOptions;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.Reason;
import dev.drumline.local.store.ResourceType;
import dev.drumline.local.store.WatchEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Deletes what nobody owns any more, in the background or in the foreground, or lets it be an orphan. */
final class GarbageCollector implements AutoCloseable {

    private static final String ORPHAN = "orphan";
    private static final String FOREGROUND = "foregroundDeletion";

    private final ObjectStore store;
    private final OwnerIndex index = new OwnerIndex();
    private final ControllerLoop owners = new ControllerLoop("garbage", key -> collect(key.name()));
    private final ControllerLoop definitions = new ControllerLoop("definition", key -> removeUnserved(key.name()));

    GarbageCollector(ObjectStore store) {
        this.store = store;
    }

    void follow() {
        for (ResourceType type : store.types().all()) {
            store.list(type, "").items().forEach(object -> index.put(type, object));
        }
        store.listenToAll(this::onChange);
    }

    @Override
    public void close() {
        owners.close();
        definitions.close();
    }

    private void onChange(ResourceType type, WatchEvent event) {
        ObjectNode object = event.object();
        if (event.type() == WatchEvent.Type.DELETED) {
            index.remove(type, object);
            collectLater(Metadata.uid(object));
            OwnerIndex.owners(object).forEach(this::collectLater);
            if (type.equals(BuiltIn.CUSTOM_RESOURCE_DEFINITIONS)) {
                definitions.enqueue(ObjectKey.of(object));
            }
            return;
        }
        if (event.previous() != null) {
            index.remove(type, event.previous());
        }
        index.put(type, object);
        if (Metadata.isDeleting(object)) {
            collectLater(Metadata.uid(object));
        }
        OwnerIndex.owners(object).stream().filter(Predicate.not(index::isAlive)).forEach(this::collectLater);
    }

    private void collectLater(String uid) {
        owners.enqueue(new ObjectKey("", uid));
    }

    private Optional<Duration> collect(String uid) {
        Optional<ObjectNode> owner = index.find(uid).flatMap(this::load);
        List<String> finalizers =
                owner.filter(Metadata::isDeleting).map(Metadata::finalizers).orElse(List.of());
        if (owner.isEmpty()) {
            index.dependentsOf(uid).forEach(this::deleteUnowned);
        } else if (finalizers.contains(ORPHAN)) {
            index.dependentsOf(uid).forEach(dependent -> disown(dependent, uid));
            release(index.find(uid).orElseThrow(), ORPHAN);
        } else if (finalizers.contains(FOREGROUND)) {
            List<Ref> dependents = index.dependentsOf(uid);
            dependents.forEach(this::delete);
            if (dependents.isEmpty()) {
                release(index.find(uid).orElseThrow(), FOREGROUND);
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> removeUnserved(String definition) {
        if (store.find(BuiltIn.CUSTOM_RESOURCE_DEFINITIONS, "", definition).isEmpty()) {
            index.ofKind(definition).forEach(this::delete);
        }
        return Optional.empty();
    }

    private void deleteUnowned(Ref dependent) {
        load(dependent)
                .filter(object -> OwnerIndex.owners(object).stream().noneMatch(index::isAlive))
                .ifPresent(object -> delete(dependent));
    }

    private void delete(Ref ref) {
        try {
            store.delete(ref.type(), ref.key(), DeleteOptions.DEFAULT);
        } catch (ApiException e) {
            if (!e.is(Reason.NOT_FOUND)) {
                throw e;
            }
        }
    }

    private void disown(Ref dependent, String uid) {
        store.edit(
                dependent.type(),
                dependent.key(),
                Part.MAIN,
                object -> removeIf(
                        Metadata.of(object),
                        "ownerReferences",
                        reference -> reference.path("uid").asText().equals(uid)));
    }

    private void release(Ref owner, String finalizer) {
        store.edit(
                owner.type(),
                owner.key(),
                Part.MAIN,
                object -> removeIf(
                        Metadata.of(object), "finalizers", f -> f.asText().equals(finalizer)));
    }

    private static void removeIf(ObjectNode metadata, String field, Predicate<JsonNode> doomed) {
        ArrayNode kept = metadata.arrayNode();
        metadata.path(field).forEach(element -> {
            if (!doomed.test(element)) {
                kept.add(element);
            }
        });
        metadata.set(field, kept);
    }

    private Optional<ObjectNode> load(Ref ref) {
        return store.find(ref.type(), ref.key().namespace(), ref.key().name());
    }
}
