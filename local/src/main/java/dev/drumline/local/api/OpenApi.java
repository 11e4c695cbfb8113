// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.GroupVersion;
import dev.drumline.local.store.ResourceType;
import dev.drumline.local.store.ResourceTypes;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The OpenAPI v3 documents, one a group and version: the whole schemas of custom kinds, the mere existence of built-in
 * ones, and that patches may ask for field validation, without which kubectl falls back to another format.
 */
final class OpenApi {

    static final String TITLE = "Drumline's model village";
    static final String VERSION = "v1.32.0";

    private final ResourceTypes types;
    private final Discovery discovery;
    private final Kinds kinds;

    OpenApi(ResourceTypes types, Discovery discovery, Kinds kinds) {
        this.types = types;
        this.discovery = discovery;
        this.kinds = kinds;
    }

    Optional<ObjectNode> find(String path) {
        if (path.equals("/openapi/v3")) {
            return Optional.of(index());
        }
        return discovery.groupVersions().stream()
                .filter(gv -> path.equals("/openapi/v3/" + root(gv)))
                .findFirst()
                .map(this::document);
    }

    private ObjectNode index() {
        ObjectNode index = Trees.object();
        ObjectNode paths = index.putObject("paths");
        discovery.groupVersions().forEach(gv -> paths.putObject(root(gv))
                .put(
                        "serverRelativeURL",
                        "/openapi/v3/" + root(gv) + "?hash="
                                + Integer.toHexString(document(gv).hashCode())));
        return index;
    }

    private ObjectNode document(GroupVersion groupVersion) {
        ObjectNode document = Trees.object().put("openapi", "3.0.0");
        document.putObject("info").put("title", TITLE).put("version", VERSION);
        ObjectNode paths = document.putObject("paths");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        for (ResourceType type : types.in(groupVersion)) {
            String home = type.namespaced() ? "/namespaces/{namespace}/" : "/";
            paths.set("/" + root(groupVersion) + home + type.plural() + "/{name}", operations(type));
            schemas.set(schemaName(type), schema(type));
        }
        return document;
    }

    private static ObjectNode operations(ResourceType type) {
        ObjectNode path = Trees.object();
        for (String verb : List.of("get", "put", "patch")) {
            ObjectNode operation = path.putObject(verb);
            operation.putArray("parameters").addAll(List.of(parameter("dryRun"), parameter("fieldValidation")));
            operation.set("x-kubernetes-group-version-kind", kind(type));
            operation
                    .putObject("responses")
                    .putObject("200")
                    .put("description", "OK")
                    .putObject("content")
                    .putObject("application/json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/" + schemaName(type));
        }
        return path;
    }

    private ObjectNode schema(ResourceType type) {
        ObjectNode schema = kinds.custom(type)
                .map(custom -> (ObjectNode) custom.schema().deepCopy())
                .orElseGet(
                        () -> Trees.object().put("type", "object").put("x-kubernetes-preserve-unknown-fields", true));
        ObjectNode properties = schema.withObjectProperty("properties");
        for (String field : List.of("apiVersion", "kind")) {
            if (!properties.has(field)) {
                properties.putObject(field).put("type", "string");
            }
        }
        JsonNode metadata = properties.path("metadata");
        if (metadata.isMissingNode()) {
            properties.putObject("metadata").put("type", "object");
        }
        schema.putArray("x-kubernetes-group-version-kind").add(kind(type));
        return schema;
    }

    private static ObjectNode parameter(String name) {
        ObjectNode parameter = Trees.object().put("name", name).put("in", "query");
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }

    private static ObjectNode kind(ResourceType type) {
        return Trees.object()
                .put("group", type.group())
                .put("version", type.groupVersion().version())
                .put("kind", type.kind());
    }

    private static String schemaName(ResourceType type) {
        List<String> group = Arrays.asList((type.group().isEmpty() ? "core.api.k8s.io" : type.group()).split("\\."));
        Collections.reverse(group);
        return String.join(".", group) + "." + type.groupVersion().version() + "." + type.kind();
    }

    private static String root(GroupVersion groupVersion) {
        return (groupVersion.group().isEmpty() ? "api/" : "apis/") + groupVersion.apiVersion();
    }
}
