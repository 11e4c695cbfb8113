// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Village;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServerSideApplyTest {

    private static final ObjectNode NEW = object("{metadata: {name: web, namespace: default}}");

    @Test
    void shouldMergeListsByTheirKeys() {
        ObjectNode one = apply("one", NEW, container("{name: a, image: 'a:1'}"));

        ObjectNode both = apply("two", one, container("{name: b, image: 'b:1'}"));

        assertThat(both.at("/spec/template/spec/containers").findValuesAsText("name"))
                .containsExactly("a", "b");
    }

    @Test
    void shouldRemoveWhatItsManagerNoLongerStates() {
        ObjectNode first =
                apply("one", NEW, object("{metadata: {labels: {a: x, b: y}}, spec: {replicas: 1, paused: true}}"));

        ObjectNode second = apply("one", first, object("{metadata: {labels: {a: x}}, spec: {replicas: 1}}"));

        assertThat(second.at("/metadata/labels").has("b")).isFalse();
        assertThat(second.at("/spec").has("paused")).isFalse();
        assertThat(second.at("/spec/replicas").asInt()).isEqualTo(1);
    }

    @Test
    void shouldKeepWhatAnotherManagerStatesToo() {
        ObjectNode first = apply("one", NEW, object("{spec: {replicas: 1, paused: true}}"));
        ObjectNode shared = apply("two", first, object("{spec: {paused: true}}"));

        ObjectNode without = apply("one", shared, object("{spec: {replicas: 1}}"));

        assertThat(without.at("/spec/paused").asBoolean()).isTrue();
    }

    @Test
    void shouldRemoveElementsWholeWhenTheirManagerDropsThem() {
        String dropped = IntStream.range(0, 20)
                .mapToObj(i -> ", {name: dropped-%d, image: 'b:1', tty: true, workingDir: /b}".formatted(i))
                .collect(Collectors.joining());
        ObjectNode first = apply("one", NEW, container("{name: a, image: 'a:1'}" + dropped));

        ObjectNode second = apply("one", first, container("{name: a, image: 'a:1'}"));

        assertThat(second.at("/spec/template/spec/containers"))
                .isEqualTo(container("{name: a, image: 'a:1'}").at("/spec/template/spec/containers"));
    }

    @Test
    void shouldKeepTheKeysOfAnElementThatAnotherManagerStillHasAFieldOf() {
        ObjectNode live = apply("one", NEW, container("{name: a, image: 'a:1', tty: true}"));
        ObjectNode edited = live.deepCopy();
        ((ObjectNode) edited.at("/spec/template/spec/containers/0")).put("workingDir", "/a");
        ManagedFields.recordUpdate(live, edited, identity("kubectl-edit"), Village.NOW);

        ObjectNode without = apply("one", edited, object("{spec: {replicas: 1}}"));

        assertThat(without.at("/spec/template/spec/containers"))
                .isEqualTo(container("{name: a, workingDir: /a}").at("/spec/template/spec/containers"));
    }

    @Test
    void shouldNameTheFieldAndTheManagerOfAConflict() {
        ObjectNode first = apply("one", NEW, object("{spec: {replicas: 1}}"));

        assertThatThrownBy(() -> apply("two", first, object("{spec: {replicas: 2}}")))
                .isInstanceOf(ApiException.class)
                .hasMessage("Apply failed with 1 conflict: conflict with \"one\": .spec.replicas");
    }

    @Test
    void shouldTakeAFieldAwayWhenForced() {
        ObjectNode first = apply("one", NEW, object("{spec: {replicas: 1}}"));

        ObjectNode forced = writer("two").apply(first, object("{spec: {replicas: 2}}"), true);
        ObjectNode gone = apply("one", forced, object("{spec: {}}"));

        assertThat(gone.at("/spec/replicas").asInt()).isEqualTo(2);
    }

    @Test
    void shouldConflictWithAnUpdateOfTheSameField() {
        ObjectNode live = apply("one", NEW, object("{spec: {replicas: 1}}"));
        ObjectNode edited = live.deepCopy();
        edited.withObjectProperty("spec").put("replicas", 5);
        ManagedFields.recordUpdate(live, edited, identity("kubectl-edit"), Village.NOW);

        assertThatThrownBy(() -> apply("one", edited, object("{spec: {replicas: 1}}")))
                .hasMessageContaining(
                        "conflict with \"kubectl-edit\" using apps/v1 at 2026-11-24T08:00:00Z: .spec.replicas");
    }

    @Test
    void shouldChangeNothingWhenTheSameIsAppliedAgain() {
        ObjectNode first = apply("one", NEW, container("{name: a, image: 'a:1', ports: [{containerPort: 80}]}"));

        ObjectNode second = apply("one", first, container("{name: a, image: 'a:1', ports: [{containerPort: 80}]}"));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void shouldAcceptAVersionForAnObjectThatIsNew() {
        ObjectNode applied = apply("one", NEW, object("{metadata: {resourceVersion: '7'}, spec: {replicas: 1}}"));

        assertThat(applied.path("metadata").has("resourceVersion")).isFalse();
    }

    @Test
    void shouldLeaveTheStatusToItsSubresource() {
        ObjectNode applied = apply("one", NEW, object("{spec: {replicas: 1}, status: {replicas: 9}}"));

        assertThat(applied.has("status")).isFalse();
    }

    private static ObjectNode apply(String manager, ObjectNode live, ObjectNode config) {
        return writer(manager).apply(live, config, false);
    }

    private static ServerSideApply writer(String manager) {
        return new ServerSideApply(identity(manager), Village.NOW);
    }

    private static Writer identity(String manager) {
        return new Writer(manager, "", BuiltIn.DEPLOYMENTS, BuiltInMergeSchema.ROOT);
    }

    private static ObjectNode container(String container) {
        return object("{spec: {template: {spec: {containers: [" + container + "]}}}}");
    }
}
