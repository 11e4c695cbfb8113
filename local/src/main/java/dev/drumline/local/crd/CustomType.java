// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.store.GroupVersion;
import dev.drumline.local.store.ResourceNames;
import dev.drumline.local.store.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A kind that a CustomResourceDefinition adds.
 *
 * @param version its element of {@code spec.versions}
 */
public record CustomType(ResourceType type, JsonNode version) {

    /** The storage version of a definition, the only one that the village serves; empty when it is not served. */
    static Optional<CustomType> of(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        for (JsonNode version : spec.path("versions")) {
            if (version.path("storage").asBoolean() && version.path("served").asBoolean()) {
                return Optional.of(new CustomType(type(spec, version), version));
            }
        }
        return Optional.empty();
    }

    public JsonNode schema() {
        return version.path("schema").path("openAPIV3Schema");
    }

    public JsonNode columns() {
        return version.path("additionalPrinterColumns");
    }

    /** Fields of field selectors, such as {@code spec.queue}. */
    public Set<String> selectableFields() {
        Set<String> fields = new TreeSet<>();
        version.path("selectableFields")
                .forEach(f -> fields.add(f.path("jsonPath").asText().substring(1)));
        return fields;
    }

    /** @param name such as {@code specReplicasPath} */
    public String scalePath(String name) {
        return version.path("subresources").path("scale").path(name).asText("");
    }

    private static ResourceType type(JsonNode spec, JsonNode version) {
        JsonNode names = spec.path("names");
        String kind = names.path("kind").asText();
        Set<String> subresources = new TreeSet<>();
        version.path("subresources").fieldNames().forEachRemaining(subresources::add);
        return new ResourceType(
                new GroupVersion(
                        spec.path("group").asText(), version.path("name").asText()),
                new ResourceNames(
                        kind,
                        names.path("plural").asText(),
                        names.path("singular").asText(kind.toLowerCase(Locale.ROOT)),
                        texts(names.path("shortNames")),
                        texts(names.path("categories"))),
                spec.path("scope").asText().equals("Namespaced"),
                subresources);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(t -> texts.add(t.asText()));
        return texts;
    }
}
