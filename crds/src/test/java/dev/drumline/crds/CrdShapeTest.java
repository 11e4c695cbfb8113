// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrdShapeTest {
    static Stream<CustomResourceDefinition> crds() {
        return CrdPrinter.print().values().stream()
                .map(yaml -> Serialization.unmarshal(yaml, CustomResourceDefinition.class));
    }

    @ParameterizedTest
    @MethodSource("crds")
    void shouldExplainEveryField(CustomResourceDefinition crd) {
        var unexplained = new ArrayList<String>();
        walk("", root(crd), (path, field) -> {
            if (field.getDescription() == null && !path.endsWith("[]")) {
                unexplained.add(path);
            }
        });
        assertThat(unexplained).containsExactlyInAnyOrder(".spec", ".status");
    }

    /** A rule over something unbounded makes a real API server refuse the whole CRD. */
    @ParameterizedTest
    @MethodSource("crds")
    void shouldBoundEveryTextListAndMapOfTheSpec(CustomResourceDefinition crd) {
        var unbounded = new ArrayList<String>();
        walk(".spec", root(crd).getProperties().get("spec"), (path, field) -> {
            if (!isBounded(field)) {
                unbounded.add(path);
            }
        });
        // Free JSON: what bounds it is the size of the object, and the operator's check of args and kwargs.
        assertThat(unbounded).isSubsetOf(".spec.args");
    }

    @ParameterizedTest
    @MethodSource("crds")
    void shouldServeStatusAndBelongToTheCategory(CustomResourceDefinition crd) {
        assertThat(version(crd).getSubresources().getStatus()).isNotNull();
        assertThat(crd.getSpec().getNames().getCategories()).containsExactly("drumline");
    }

    private static boolean isBounded(JSONSchemaProps field) {
        return switch (String.valueOf(field.getType())) {
            case "string" ->
                field.getMaxLength() != null || "date-time".equals(field.getFormat()) || !isEmpty(field.getEnum());
            case "array" -> field.getMaxItems() != null;
            case "object" -> field.getAdditionalProperties() == null || field.getMaxProperties() != null;
            default -> true;
        };
    }

    private static boolean isEmpty(List<?> list) {
        return list == null || list.isEmpty();
    }

    private static CustomResourceDefinitionVersion version(CustomResourceDefinition crd) {
        return crd.getSpec().getVersions().getFirst();
    }

    private static JSONSchemaProps root(CustomResourceDefinition crd) {
        return version(crd).getSchema().getOpenAPIV3Schema();
    }

    private static void walk(String path, JSONSchemaProps schema, BiConsumer<String, JSONSchemaProps> visitor) {
        Map<String, JSONSchemaProps> properties = schema.getProperties() == null ? Map.of() : schema.getProperties();
        properties.forEach((name, property) -> {
            visitor.accept(path + "." + name, property);
            walk(path + "." + name, property, visitor);
        });
        if (schema.getItems() != null && schema.getItems().getSchema() != null) {
            visitor.accept(path + "[]", schema.getItems().getSchema());
            walk(path + "[]", schema.getItems().getSchema(), visitor);
        }
    }
}
