// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads objects for people (the server's own Table) or for programs. */
public final class Getter {

    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Connection connection;
    private final Discovery discovery;

    public Getter(Connection connection) {
        this.connection = connection;
        this.discovery = new Discovery(connection);
    }

    /**
     * @param name empty for all of the kind
     * @param namespace empty for all namespaces
     * @param output empty, {@code wide}, {@code name}, {@code yaml} or {@code json}
     * @return the lines to print
     */
    public List<String> get(String kind, String name, String namespace, String output)
            throws IOException, InterruptedException {
        Resource resource = discovery.called(kind);
        String path = resource.path(namespace) + (name.isEmpty() ? "" : "/" + name);
        return switch (output) {
            case "", "wide" -> {
                boolean withNamespace = resource.namespaced() && namespace.isEmpty();
                yield new TableText(connection.get(path, TABLE), output.equals("wide"), withNamespace).lines();
            }
            case "name" -> names(resource, connection.get(path, "application/json"));
            case "yaml" ->
                YAML.writeValueAsString(connection.get(path, "application/json"))
                        .lines()
                        .toList();
            case "json" ->
                JSON.writeValueAsString(connection.get(path, "application/json"))
                        .lines()
                        .toList();
            default ->
                throw new RefusedException(400, "unknown output \"" + output + "\"; use wide, name, yaml or json");
        };
    }

    private static List<String> names(Resource resource, JsonNode answer) {
        List<String> names = new ArrayList<>();
        Iterable<JsonNode> items = answer.has("items") ? answer.path("items") : List.of(answer);
        items.forEach(item ->
                names.add(resource.printed() + "/" + item.at("/metadata/name").asText()));
        return names;
    }
}
