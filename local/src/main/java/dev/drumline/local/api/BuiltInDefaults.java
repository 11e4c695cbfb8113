// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The defaults of the built-in kinds, as far as somebody here reads them or a client shows them. */
final class BuiltInDefaults {

    private BuiltInDefaults() {}

    static void apply(ResourceType type, ObjectNode object) {
        if (type.equals(BuiltIn.PODS)) {
            PodDefaults.apply(object.withObjectProperty("spec"));
            PodDefaults.applyServiceAccount(object.withObjectProperty("spec"));
            setIfAbsent(object.withObjectProperty("status"), "phase", "Pending");
        } else if (type.equals(BuiltIn.DEPLOYMENTS)) {
            deployment(object.withObjectProperty("spec"));
        } else if (type.equals(BuiltIn.REPLICA_SETS)) {
            ObjectNode spec = object.withObjectProperty("spec");
            setIfAbsent(spec, "replicas", 1);
            template(spec);
        } else if (type.equals(BuiltIn.SERVICES)) {
            service(object);
        } else if (type.equals(BuiltIn.SECRETS)) {
            secret(object);
        } else if (type.equals(BuiltIn.NAMESPACES)) {
            Metadata.of(object).withObjectProperty("labels").put("kubernetes.io/metadata.name", Metadata.name(object));
        } else if (type.equals(BuiltIn.ROLE_BINDINGS) || type.equals(BuiltIn.CLUSTER_ROLE_BINDINGS)) {
            object.path("subjects").forEach(BuiltInDefaults::subject);
        }
    }

    static void setIfAbsent(ObjectNode object, String field, String value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }

    static void setIfAbsent(ObjectNode object, String field, int value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }

    private static void deployment(ObjectNode spec) {
        setIfAbsent(spec, "replicas", 1);
        setIfAbsent(spec, "revisionHistoryLimit", 10);
        setIfAbsent(spec, "progressDeadlineSeconds", 600);
        ObjectNode strategy = spec.withObjectProperty("strategy");
        setIfAbsent(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            ObjectNode rolling = strategy.withObjectProperty("rollingUpdate");
            setIfAbsent(rolling, "maxSurge", "25%");
            setIfAbsent(rolling, "maxUnavailable", "25%");
        }
        template(spec);
    }

    private static void template(ObjectNode spec) {
        ObjectNode template = spec.withObjectProperty("template");
        template.withObjectProperty("metadata");
        PodDefaults.apply(template.withObjectProperty("spec"));
    }

    private static void service(ObjectNode service) {
        ObjectNode spec = service.withObjectProperty("spec");
        setIfAbsent(spec, "type", "ClusterIP");
        setIfAbsent(spec, "sessionAffinity", "None");
        setIfAbsent(spec, "internalTrafficPolicy", "Cluster");
        // Nothing listens there: names lead straight to pods in the village.
        int host = Metadata.name(service).hashCode() & 0xFFFF;
        setIfAbsent(spec, "clusterIP", "10.96.%d.%d".formatted(host >> 8, host & 0xFF));
        for (JsonNode port : spec.path("ports")) {
            setIfAbsent((ObjectNode) port, "protocol", "TCP");
            if (!port.hasNonNull("targetPort")) {
                ((ObjectNode) port).set("targetPort", port.path("port"));
            }
        }
        service.withObjectProperty("status").withObjectProperty("loadBalancer");
    }

    private static void secret(ObjectNode secret) {
        setIfAbsent(secret, "type", "Opaque");
        JsonNode plain = secret.remove("stringData");
        if (plain != null) {
            ObjectNode data = secret.withObjectProperty("data");
            Metadata.strings(plain)
                    .forEach((key, value) -> data.set(
                            key,
                            TextNode.valueOf(
                                    Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)))));
        }
    }

    private static void subject(JsonNode subject) {
        boolean isUser = !subject.path("kind").asText().equals("ServiceAccount");
        setIfAbsent((ObjectNode) subject, "apiGroup", isUser ? "rbac.authorization.k8s.io" : "");
    }
}
