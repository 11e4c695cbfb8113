// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.GroupVersion;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ResourceType;
import dev.drumline.local.store.ResourceTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a resource path points to.
 *
 * @param namespace empty for all namespaces, and for cluster-scoped kinds
 * @param name empty for the collection
 * @param subresource such as {@code status}; empty for the object itself
 */
record Target(ResourceType type, String namespace, String name, String subresource) {

    /** Empty when the path is no resource path, or the kind is unknown. */
    static Optional<Target> parse(String path, ResourceTypes types) {
        List<String> parts = new ArrayList<>(Arrays.asList(path.substring(1).split("/")));
        boolean core = parts.getFirst().equals("api");
        if (parts.size() < (core ? 3 : 4) || (!core && !parts.getFirst().equals("apis"))) {
            return Optional.empty();
        }
        parts.removeFirst();
        GroupVersion groupVersion = new GroupVersion(core ? "" : parts.removeFirst(), parts.removeFirst());
        String namespace = "";
        if (parts.size() > 2
                && parts.getFirst().equals("namespaces")
                && isNamespaced(groupVersion, parts.get(2), types)) {
            namespace = parts.get(1);
            parts.subList(0, 2).clear();
        }
        String home = namespace;
        return types.byPlural(groupVersion, parts.getFirst())
                .map(type -> new Target(type, home, part(parts, 1), part(parts, 2)));
    }

    ObjectKey key() {
        return new ObjectKey(namespace, name);
    }

    boolean isCollection() {
        return name.isEmpty();
    }

    /** Both event APIs show the same events. */
    ResourceType stored() {
        return type.equals(BuiltIn.NEW_EVENTS) ? BuiltIn.EVENTS : type;
    }

    private static boolean isNamespaced(GroupVersion groupVersion, String plural, ResourceTypes types) {
        return types.byPlural(groupVersion, plural)
                .map(ResourceType::namespaced)
                .orElse(!List.of("status", "finalize").contains(plural));
    }

    private static String part(List<String> parts, int index) {
        return parts.size() > index ? parts.get(index) : "";
    }
}
