// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.GroupVersion;
import dev.drumline.local.store.ResourceType;
import dev.drumline.local.store.ResourceTypes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells clients which kinds there are. */
final class Discovery {

    private static final List<String> OBJECT_VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final List<String> SUBRESOURCE_VERBS = List.of("get", "patch", "update");

    private final ResourceTypes types;

    Discovery(ResourceTypes types) {
        this.types = types;
    }

    static ObjectNode version() {
        return Trees.object()
                .put("major", "1")
                .put("minor", "32")
                .put("gitVersion", "v1.32.0-drumline")
                .put("gitCommit", "")
                .put("gitTreeState", "clean")
                .put("buildDate", "2026-11-24T00:00:00Z")
                .put("goVersion", "none")
                .put("compiler", "javac")
                .put("platform", "linux/amd64");
    }

    Optional<ObjectNode> find(String path) {
        String[] parts = path.substring(1).split("/");
        return switch (parts[0] + parts.length) {
            case "api1" -> Optional.of(coreVersions());
            case "api2" -> Optional.of(resources(new GroupVersion("", parts[1])));
            case "apis1" -> Optional.of(groups());
            case "apis2" ->
                Optional.of(group(parts[1])).filter(g -> !g.path("versions").isEmpty());
            case "apis3" ->
                Optional.of(resources(new GroupVersion(parts[1], parts[2])))
                        .filter(list -> !list.path("resources").isEmpty());
            default -> Optional.empty();
        };
    }

    /** Every group and version served, the core one first. */
    Set<GroupVersion> groupVersions() {
        Set<GroupVersion> all = new LinkedHashSet<>(types.groupVersions());
        all.add(GroupVersion.parse(Reviews.AUTHORIZATION));
        all.add(GroupVersion.parse(Reviews.AUTHENTICATION));
        return all;
    }

    private static ObjectNode coreVersions() {
        ObjectNode versions = Trees.object("v1", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    private ObjectNode groups() {
        ObjectNode list = Trees.object("v1", "APIGroupList");
        ArrayNode groups = list.putArray("groups");
        groupVersions().stream()
                .map(GroupVersion::group)
                .filter(g -> !g.isEmpty())
                .distinct()
                .forEach(name -> groups.add(group(name)));
        return list;
    }

    private ObjectNode group(String name) {
        ObjectNode group = Trees.object("v1", "APIGroup").put("name", name);
        ArrayNode versions = group.putArray("versions");
        groupVersions().stream().filter(gv -> gv.group().equals(name)).forEach(gv -> versions.add(version(gv)));
        if (!versions.isEmpty()) {
            group.set("preferredVersion", versions.get(0));
        }
        return group;
    }

    private static ObjectNode version(GroupVersion groupVersion) {
        return Trees.object().put("groupVersion", groupVersion.apiVersion()).put("version", groupVersion.version());
    }

    private ObjectNode resources(GroupVersion groupVersion) {
        ObjectNode list = Trees.object("v1", "APIResourceList").put("groupVersion", groupVersion.apiVersion());
        ArrayNode resources = list.putArray("resources");
        for (ResourceType type : types.in(groupVersion)) {
            resources.add(resource(type));
            type.subresources().stream().sorted().forEach(sub -> resources.add(subresource(type, sub)));
        }
        switch (groupVersion.apiVersion()) {
            case Reviews.AUTHORIZATION -> {
                resources.add(review("selfsubjectaccessreviews", "SelfSubjectAccessReview"));
                resources.add(review("selfsubjectrulesreviews", "SelfSubjectRulesReview"));
                resources.add(review("subjectaccessreviews", "SubjectAccessReview"));
            }
            case Reviews.AUTHENTICATION -> resources.add(review("selfsubjectreviews", "SelfSubjectReview"));
            default -> {}
        }
        return list;
    }

    private static ObjectNode resource(ResourceType type) {
        ObjectNode resource = entry(type.plural(), type.names().singular(), type.namespaced(), type.kind());
        ArrayNode verbs = resource.putArray("verbs");
        OBJECT_VERBS.forEach(verbs::add);
        ArrayNode shortNames = resource.putArray("shortNames");
        type.names().shortNames().forEach(shortNames::add);
        ArrayNode categories = resource.putArray("categories");
        type.names().categories().forEach(categories::add);
        return resource.put("storageVersionHash", Integer.toHexString(type.hashCode()));
    }

    private static ObjectNode subresource(ResourceType type, String name) {
        boolean scale = name.equals("scale");
        ObjectNode resource = entry(type.plural() + "/" + name, "", type.namespaced(), scale ? "Scale" : type.kind());
        if (scale) {
            resource.put("group", "autoscaling").put("version", "v1");
        }
        ArrayNode verbs = resource.putArray("verbs");
        (name.equals("log") ? List.of("get") : SUBRESOURCE_VERBS).forEach(verbs::add);
        return resource;
    }

    private static ObjectNode review(String plural, String kind) {
        ObjectNode resource = entry(plural, "", false, kind);
        resource.putArray("verbs").add("create");
        return resource;
    }

    private static ObjectNode entry(String name, String singular, boolean namespaced, String kind) {
        return Trees.object()
                .put("name", name)
                .put("singularName", singular)
                .put("namespaced", namespaced)
                .put("kind", kind);
    }
}
