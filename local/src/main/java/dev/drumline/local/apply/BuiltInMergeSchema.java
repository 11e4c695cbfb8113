// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The merge rules of the built-in kinds, by the names that fields and their parents have in the Kubernetes API. */
public final class BuiltInMergeSchema implements MergeSchema {

    public static final MergeSchema ROOT = new BuiltInMergeSchema("", "");

    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("containers", List.of("name")),
            Map.entry("initContainers", List.of("name")),
            Map.entry("ephemeralContainers", List.of("name")),
            Map.entry("volumes", List.of("name")),
            Map.entry("env", List.of("name")),
            Map.entry("volumeMounts", List.of("mountPath")),
            Map.entry("containers.ports", List.of("containerPort", "protocol")),
            Map.entry("initContainers.ports", List.of("containerPort", "protocol")),
            Map.entry("spec.ports", List.of("port", "protocol")),
            Map.entry("imagePullSecrets", List.of("name")),
            Map.entry("hostAliases", List.of("ip")),
            Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")),
            Map.entry("ownerReferences", List.of("uid")),
            Map.entry("podIPs", List.of("ip")),
            Map.entry("addresses", List.of("type")),
            Map.entry("conditions", List.of("type")),
            Map.entry("secrets", List.of("name")));
    private static final Set<String> SETS = Set.of("finalizers");
    private static final Set<String> ATOMIC = Set.of(
            "selector",
            "nodeSelector",
            "labelSelector",
            "secretKeyRef",
            "configMapKeyRef",
            "fieldRef",
            "resourceFieldRef",
            "scaleTargetRef",
            "involvedObject",
            "roleRef",
            "podSelector",
            "namespaceSelector");

    private final String parent;
    private final String name;

    private BuiltInMergeSchema(String parent, String name) {
        this.parent = parent;
        this.name = name;
    }

    @Override
    public MergeSchema field(String field) {
        return new BuiltInMergeSchema(name, field);
    }

    @Override
    public MergeSchema element() {
        return this;
    }

    @Override
    public boolean atomic() {
        return ATOMIC.contains(name);
    }

    @Override
    public ListKind listKind() {
        if (SETS.contains(name)) {
            return ListKind.SET;
        }
        return keys().isEmpty() ? ListKind.ATOMIC : ListKind.MAP;
    }

    @Override
    public List<String> keys() {
        List<String> inParent = KEYS.get(parent + "." + name);
        return inParent != null ? inParent : KEYS.getOrDefault(name, List.of());
    }
}
