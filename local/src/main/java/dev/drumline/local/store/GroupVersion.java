// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

/** An API group and its version; the core group is the empty string. */
public record GroupVersion(String group, String version) {

    public static GroupVersion parse(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0
                ? new GroupVersion("", apiVersion)
                : new GroupVersion(apiVersion.substring(0, slash), apiVersion.substring(slash + 1));
    }

    /** As objects spell it: {@code v1}, {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }
}
