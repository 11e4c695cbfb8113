// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.ResourceType;
import dev.drumline.local.store.ResourceTypes;
import dev.drumline.local.store.Village;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomResourceTest {

    private static final String UNCHECKED = "<nil>: Invalid value: \"null\": some validation rules were not checked "
            + "because the object was invalid; correct the existing errors to complete validation";

    private final ResourceTypes types = new ResourceTypes();
    private final CustomTypes customTypes = new CustomTypes(types);
    private final ObjectStore store =
            new ObjectStore(types, InstantSource.fixed(Village.NOW), new CustomResourceAdmission(customTypes));
    private ResourceType bells;

    @BeforeEach
    void define() throws IOException {
        customTypes.follow(store);
        store.create(BuiltIn.NAMESPACES, object("metadata: {name: default}"));
        store.create(BuiltIn.CUSTOM_RESOURCE_DEFINITIONS, definition());
        bells = types.byKind("village.test/v1", "Bell").orElseThrow();
    }

    @Test
    void shouldServeWhatADefinitionAddsUntilItIsGone() {
        store.create(bells, bell("every: 10s"));

        store.delete(BuiltIn.CUSTOM_RESOURCE_DEFINITIONS, "", "bells.village.test");

        assertThat(types.byKind("village.test/v1", "Bell")).isEmpty();
    }

    @Test
    void shouldSayThatADefinitionIsEstablished() {
        ObjectNode stored = store.get(BuiltIn.CUSTOM_RESOURCE_DEFINITIONS, "", "bells.village.test");

        assertThat(stored.at("/status/conditions").findValuesAsText("type"))
                .containsExactly("NamesAccepted", "Established");
        assertThat(stored.at("/status/acceptedNames/listKind").asText()).isEqualTo("BellList");
    }

    @Test
    void shouldDefaultAndPrune() {
        ObjectNode stored = store.create(bells, bell("every: 10s, ropes: [{name: a, colour: red}], extra: {any: 1}"));

        assertThat(stored.path("spec"))
                .isEqualTo(object(
                        "{every: 10s, ropes: [{name: a, length: 5}], extra: {any: 1}, ringers: 1, tower: north}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ringers: 1               | spec.every: Required value",
                "every: 5                 | spec.every: Invalid value: \"integer\": spec.every in body must be of type string: 5",
                "every: 1s, ringers: ten  | spec.ringers: Invalid value: \"string\": spec.ringers in body must be of type integer: \"ten\"",
                "every: 1s, ringers: 10   | spec.ringers: Invalid value: 10: spec.ringers in body should be less than or equal to 9",
                "every: 1s, ringers: -1   | spec.ringers: Invalid value: -1: spec.ringers in body should be greater than or equal to 0",
                "every: 1s, tone: high    | spec.tone: Unsupported value: \"high\": supported values: \"bright\", \"deep\"",
                "every: 1s, name: big     | spec.name: Invalid value: \"big\": spec.name in body should match '^[A-Z]'",
                "every: 1s, from: soon    | spec.from: Invalid value: \"soon\": spec.from in body must be of type date-time: \"soon\"",
                "every: 1s, port: 1.5     | spec.port: Invalid value: \"number\": spec.port in body must be of type integer,string: 1.5",
                "every: 100000000000000000000s | spec.every: Too long: may not be more than 20 bytes",
                "every: 1s, ropes: [{name: a}, {name: a}] | spec.ropes[1]: Duplicate value: {\"name\":\"a\"}",
                "every: 1s, ropes: [{name: a}, {name: b}, {name: c}, {name: d}] | spec.ropes: Too many: 4: must have at most 3 items",
                "every: 1s, ropes: [{}]   | spec.ropes[0].name: Required value",
            })
    void shouldLetSchemaFaultsHideTheRules(String spec, String fault) {
        assertThatThrownBy(() -> store.create(bells, bell(spec)))
                .hasMessage("Bell.village.test \"big\" is invalid: [%s, %s]".formatted(fault, UNCHECKED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every: ten   | spec.every: Invalid value: \"ten\": must be a duration of at least 100ms",
                "every: 1ms   | spec.every: Invalid value: \"1ms\": must be a duration of at least 100ms",
                "every: 1s, from: 2026-01-02T00:00:00Z, until: 2026-01-01T00:00:00+01:00 "
                        + "| spec.until: Invalid value: \"2026-01-01T00:00:00+01:00\": must be after spec.from",
            })
    void shouldAnswerARuleWithItsOwnMessage(String spec, String fault) {
        assertThatThrownBy(() -> store.create(bells, bell(spec)))
                .hasMessage("Bell.village.test \"big\" is invalid: " + fault);
    }

    @Test
    void shouldCheckTransitionsOnUpdatesOnly() {
        store.create(bells, bell("every: 10s, tower: south"));

        assertThatThrownBy(() -> edit("tower", "north"))
                .hasMessage(
                        "Bell.village.test \"big\" is invalid: spec.tower: Forbidden: can not be changed from south");
    }

    @Test
    void shouldLeaveAloneWhatAnUpdateDoesNotTouch() throws IOException {
        store.create(bells, bell("every: 10s, tone: deep"));
        store.edit(
                BuiltIn.CUSTOM_RESOURCE_DEFINITIONS,
                new ObjectKey("", "bells.village.test"),
                Part.MAIN,
                crd -> ((ObjectNode) crd.at("/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/tone"))
                        .putArray("enum")
                        .add("bright"));

        assertThat(edit("name", "Big").at("/spec/name").asText()).isEqualTo("Big");
    }

    @Test
    void shouldRefuseADefinitionWhoseRuleDoesNotCompile() throws IOException {
        ObjectNode broken = definition();
        ObjectNode schema = (ObjectNode) broken.at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
        schema.withArrayProperty("x-kubernetes-validations").addObject().put("rule", "self.every ==");

        assertThatThrownBy(() -> store.edit(
                        BuiltIn.CUSTOM_RESOURCE_DEFINITIONS,
                        new ObjectKey("", "bells.village.test"),
                        Part.MAIN,
                        crd -> crd.set("spec", broken.get("spec"))))
                .hasMessageContaining("compilation failed");
    }

    private ObjectNode edit(String field, String value) {
        return store.edit(bells, new ObjectKey("default", "big"), Part.MAIN, bell -> bell.withObjectProperty("spec")
                .put(field, value));
    }

    private static ObjectNode bell(String spec) {
        return object("{metadata: {name: big, namespace: default}, spec: {" + spec + "}}");
    }

    private static ObjectNode definition() throws IOException {
        try (var in = CustomResourceTest.class.getResourceAsStream("/dev/drumline/local/controlplane/bells.yaml")) {
            return object(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
