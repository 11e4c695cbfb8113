// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubectl;

import java.util.List;
import java.util.Locale;

/** One kind that the server offers. */
record Resource(String groupVersion, String plural, String kind, boolean namespaced, List<String> otherNames) {

    boolean isCalled(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(plural)
                || lower.equals(kind.toLowerCase(Locale.ROOT))
                || lower.equals(plural + "." + group())
                || otherNames.contains(lower);
    }

    String path(String namespace) {
        String root = groupVersion.contains("/") ? "/apis/" + groupVersion : "/api/" + groupVersion;
        return namespaced && !namespace.isEmpty()
                ? root + "/namespaces/" + namespace + "/" + plural
                : root + "/" + plural;
    }

    /** As kubectl prints it before a name: {@code deployment.apps}. */
    String printed() {
        String lower = kind.toLowerCase(Locale.ROOT);
        return group().isEmpty() ? lower : lower + "." + group();
    }

    private String group() {
        return groupVersion.contains("/") ? groupVersion.substring(0, groupVersion.indexOf('/')) : "";
    }
}
