// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** What the generator's annotations can't say: the order of columns, date-time formats, list maps, the required spec; and rules once instead of twice. */
final class CrdPolish implements CRDPostProcessor {
    private final List<Class<? extends CustomResource<?, ?>>> kinds;

    CrdPolish(List<Class<? extends CustomResource<?, ?>>> kinds) {
        this.kinds = kinds;
    }

    @Override
    public HasMetadata process(HasMetadata printed, String crdSpecVersion) {
        var crd = (CustomResourceDefinition) printed;
        crd.getSpec().getVersions().forEach(version -> {
            orderColumns(version, crd.getSpec().getNames().getKind());
            JSONSchemaProps root = version.getSchema().getOpenAPIV3Schema();
            root.setRequired(List.of("spec"));
            polish(root);
        });
        return crd;
    }

    /** The generator sorts columns by path; people read them in the order of the annotations. */
    private void orderColumns(CustomResourceDefinitionVersion version, String kind) {
        List<String> names = kinds.stream()
                .filter(type -> type.getSimpleName().equals(kind))
                .flatMap(type -> Stream.of(type.getAnnotationsByType(AdditionalPrinterColumn.class)))
                .map(AdditionalPrinterColumn::name)
                .toList();
        version.getAdditionalPrinterColumns()
                .sort(Comparator.comparingInt(
                        (CustomResourceColumnDefinition column) -> names.indexOf(column.getName())));
    }

    private void polish(JSONSchemaProps schema) {
        dropRepeatedRules(schema);
        if (schema.getProperties() != null) {
            schema.getProperties().forEach(this::polishProperty);
            schema.getProperties().values().forEach(this::polish);
        }
        if (schema.getItems() != null && schema.getItems().getSchema() != null) {
            polish(schema.getItems().getSchema());
        }
    }

    private void polishProperty(String name, JSONSchemaProps property) {
        if ("string".equals(property.getType()) && (name.endsWith("Time") || name.equals("at"))) {
            property.setFormat("date-time");
        }
        if (name.equals("conditions")) {
            property.setXKubernetesListType("map");
            property.setXKubernetesListMapKeys(List.of("type"));
        }
    }

    /** An annotation on a record component lands on its field and on its accessor, and the generator reads both. */
    private static void dropRepeatedRules(JSONSchemaProps schema) {
        if (schema.getXKubernetesValidations() != null) {
            schema.setXKubernetesValidations(List.copyOf(new LinkedHashSet<>(schema.getXKubernetesValidations())));
        }
    }
}
