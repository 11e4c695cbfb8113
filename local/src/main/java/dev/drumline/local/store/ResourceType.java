// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import java.util.Set;

/**
 * One kind of object that the API serves.
 *
 * @param subresources any of {@code status}, {@code scale}, {@code log}
 */
public record ResourceType(
        GroupVersion groupVersion, ResourceNames names, boolean namespaced, Set<String> subresources) {

    public String group() {
        return groupVersion.group();
    }

    public String apiVersion() {
        return groupVersion.apiVersion();
    }

    public String kind() {
        return names.kind();
    }

    public String plural() {
        return names.plural();
    }

    public boolean has(String subresource) {
        return subresources.contains(subresource);
    }

    /** As messages spell it: {@code pods}, {@code deployments.apps}. */
    public String qualifiedPlural() {
        return group().isEmpty() ? plural() : plural() + "." + group();
    }

    /** As messages about invalid objects spell it: {@code Pod}, {@code Deployment.apps}. */
    public String qualifiedKind() {
        return group().isEmpty() ? kind() : kind() + "." + group();
    }
}
