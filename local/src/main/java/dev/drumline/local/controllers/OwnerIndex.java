// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is alive and who is owned by whom, by uid. */
final class OwnerIndex {

    /** An object wherever it is. */
    record Ref(ResourceType type, ObjectKey key) {}

    private final Map<String, Ref> living = new HashMap<>();
    private final Map<String, Set<Ref>> dependents = new HashMap<>();

    synchronized void put(ResourceType type, ObjectNode object) {
        Ref ref = new Ref(type, ObjectKey.of(object));
        living.put(Metadata.uid(object), ref);
        owners(object).forEach(uid -> dependents
                .computeIfAbsent(uid, o -> new LinkedHashSet<>())
                .add(ref));
    }

    synchronized void remove(ResourceType type, ObjectNode object) {
        Ref ref = new Ref(type, ObjectKey.of(object));
        living.remove(Metadata.uid(object));
        owners(object)
                .forEach(uid -> dependents.computeIfPresent(uid, (owner, refs) -> {
                    refs.remove(ref);
                    return refs.isEmpty() ? null : refs;
                }));
    }

    synchronized Optional<Ref> find(String uid) {
        return Optional.ofNullable(living.get(uid));
    }

    synchronized boolean isAlive(String uid) {
        return living.containsKey(uid);
    }

    synchronized List<Ref> dependentsOf(String uid) {
        return List.copyOf(dependents.getOrDefault(uid, Set.of()));
    }

    synchronized List<Ref> ofKind(String qualifiedPlural) {
        return living.values().stream()
                .filter(ref -> ref.type().qualifiedPlural().equals(qualifiedPlural))
                .toList();
    }

    static List<String> owners(JsonNode object) {
        List<String> uids = new ArrayList<>();
        object.at("/metadata/ownerReferences")
                .forEach(reference -> uids.add(reference.path("uid").asText()));
        return uids;
    }
}
