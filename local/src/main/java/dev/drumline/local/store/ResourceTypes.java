// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds served at this moment: the built-in ones, and those that CustomResourceDefinitions add and remove. */
public final class ResourceTypes {

    private final Map<String, ResourceType> byQualifiedPlural = new LinkedHashMap<>();

    public ResourceTypes() {
        BuiltIn.ALL.forEach(this::add);
    }

    public synchronized void add(ResourceType type) {
        byQualifiedPlural.put(type.qualifiedPlural(), type);
    }

    public synchronized void remove(ResourceType type) {
        byQualifiedPlural.remove(type.qualifiedPlural());
    }

    public synchronized List<ResourceType> all() {
        return new ArrayList<>(byQualifiedPlural.values());
    }

    public Optional<ResourceType> byPlural(GroupVersion groupVersion, String plural) {
        return in(groupVersion).stream().filter(t -> t.plural().equals(plural)).findFirst();
    }

    public Optional<ResourceType> byKind(String apiVersion, String kind) {
        return in(GroupVersion.parse(apiVersion)).stream()
                .filter(t -> t.kind().equals(kind))
                .findFirst();
    }

    public List<ResourceType> in(GroupVersion groupVersion) {
        return all().stream().filter(t -> t.groupVersion().equals(groupVersion)).toList();
    }

    public Collection<GroupVersion> groupVersions() {
        return all().stream().map(ResourceType::groupVersion).distinct().toList();
    }
}
