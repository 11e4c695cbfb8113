// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ObjectStoreTest {

    private static final ObjectKey WEB = new ObjectKey("default", "web");

    private final ObjectStore store = Village.store();

    @Test
    void shouldWriteTheServersMetadataOnCreate() {
        ObjectNode created = store.create(BuiltIn.DEPLOYMENTS, web());

        assertThat(Metadata.uid(created)).isNotEmpty();
        assertThat(Metadata.resourceVersion(created)).isPositive();
        assertThat(created.path("apiVersion").asText()).isEqualTo("apps/v1");
        assertThat(created.at("/metadata/generation").asInt()).isEqualTo(1);
        assertThat(created.at("/metadata/creationTimestamp").asText()).isEqualTo("2026-11-24T08:00:00Z");
    }

    @Test
    void shouldRefuseTheSameNameTwice() {
        store.create(BuiltIn.DEPLOYMENTS, web());

        assertThatThrownBy(() -> store.create(BuiltIn.DEPLOYMENTS, web()))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ALREADY_EXISTS))
                .hasMessage("deployments.apps \"web\" already exists");
    }

    @Test
    void shouldRefuseAnUnknownNamespace() {
        assertThatThrownBy(() -> store.create(BuiltIn.PODS, object("metadata: {name: a, namespace: nowhere}")))
                .hasMessage("namespaces \"nowhere\" not found");
    }

    @Test
    void shouldCompleteAGeneratedName() {
        ObjectNode pod = store.create(BuiltIn.PODS, object("metadata: {generateName: a-, namespace: default}"));

        assertThat(Metadata.name(pod)).matches("a-[a-z0-9]{5}");
    }

    @Test
    void shouldRefuseAStaleUpdate() {
        ObjectNode read = store.create(BuiltIn.DEPLOYMENTS, web());
        store.edit(BuiltIn.DEPLOYMENTS, WEB, Part.MAIN, o -> o.withObjectProperty("spec")
                .put("replicas", 2));

        assertThatThrownBy(() -> store.update(BuiltIn.DEPLOYMENTS, read))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT));
    }

    @Test
    void shouldCountGenerationsOfTheSpecOnly() {
        store.create(BuiltIn.DEPLOYMENTS, web());

        ObjectNode scaled = store.edit(BuiltIn.DEPLOYMENTS, WEB, Part.MAIN, o -> o.withObjectProperty("spec")
                .put("replicas", 2));
        ObjectNode labelled = store.edit(BuiltIn.DEPLOYMENTS, WEB, Part.MAIN, o -> Metadata.of(o)
                .putObject("labels")
                .put("a", "b"));

        assertThat(scaled.at("/metadata/generation").asInt()).isEqualTo(2);
        assertThat(labelled.at("/metadata/generation").asInt()).isEqualTo(2);
    }

    @Test
    void shouldKeepSpecAndStatusApart() {
        store.create(BuiltIn.DEPLOYMENTS, web());

        ObjectNode reported = store.edit(BuiltIn.DEPLOYMENTS, WEB, Part.STATUS, o -> {
            o.withObjectProperty("spec").put("replicas", 9);
            o.putObject("status").put("replicas", 1);
        });
        ObjectNode scaled = store.edit(BuiltIn.DEPLOYMENTS, WEB, Part.MAIN, o -> {
            o.withObjectProperty("spec").put("replicas", 2);
            o.remove("status");
        });

        assertThat(reported.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(scaled.at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(scaled.at("/status/replicas").asInt()).isEqualTo(1);
    }

    @Test
    void shouldTakeAnEditWithoutChangeForNone() {
        ObjectNode created = store.create(BuiltIn.DEPLOYMENTS, web());

        ObjectNode same = store.update(BuiltIn.DEPLOYMENTS, created);

        assertThat(same).isEqualTo(created);
        assertThat(store.resourceVersion()).isEqualTo(Metadata.resourceVersion(created));
    }

    @Test
    void shouldHoldARunningPodUntilItsProcessEnded() {
        store.create(BuiltIn.PODS, object("{metadata: {name: web, namespace: default}, spec: {nodeName: village}}"));

        ObjectNode going = store.delete(BuiltIn.PODS, "default", "web");
        boolean stillThere = store.find(BuiltIn.PODS, "default", "web").isPresent();
        store.delete(BuiltIn.PODS, WEB, DeleteOptions.NOW);

        assertThat(going.at("/metadata/deletionTimestamp").asText()).isEqualTo("2026-11-24T08:00:30Z");
        assertThat(going.at("/metadata/deletionGracePeriodSeconds").asInt()).isEqualTo(30);
        assertThat(stillThere).isTrue();
        assertThat(store.find(BuiltIn.PODS, "default", "web")).isEmpty();
    }

    @Test
    void shouldDeleteWithTheLastFinalizer() {
        store.create(BuiltIn.CONFIG_MAPS, object("{metadata: {name: web, namespace: default, finalizers: [a/b]}}"));

        store.delete(BuiltIn.CONFIG_MAPS, "default", "web");
        boolean stillThere = store.find(BuiltIn.CONFIG_MAPS, "default", "web").isPresent();
        store.edit(BuiltIn.CONFIG_MAPS, WEB, Part.MAIN, o -> Metadata.of(o).remove("finalizers"));

        assertThat(stillThere).isTrue();
        assertThat(store.find(BuiltIn.CONFIG_MAPS, "default", "web")).isEmpty();
    }

    @Test
    void shouldWatchFromAListOnwards() throws InterruptedException {
        long listed = store.list(BuiltIn.DEPLOYMENTS, "").resourceVersion();
        store.create(BuiltIn.DEPLOYMENTS, web());

        try (Watch watch = store.watch(BuiltIn.DEPLOYMENTS, "default", listed)) {
            store.delete(BuiltIn.DEPLOYMENTS, "default", "web");

            assertThat(next(watch).type()).isEqualTo(WatchEvent.Type.ADDED);
            assertThat(next(watch).type()).isEqualTo(WatchEvent.Type.DELETED);
            assertThat(watch.next(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void shouldTellAWatchThatItsVersionIsForgotten() {
        long listed = store.list(BuiltIn.DEPLOYMENTS, "").resourceVersion();
        store.create(BuiltIn.DEPLOYMENTS, web());
        for (int i = 0; i < ObjectTable.HISTORY + 1; i++) {
            int replicas = i + 2;
            store.edit(BuiltIn.DEPLOYMENTS, WEB, Part.MAIN, o -> o.withObjectProperty("spec")
                    .put("replicas", replicas));
        }

        assertThatThrownBy(() -> store.watch(BuiltIn.DEPLOYMENTS, "", listed))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED));
    }

    @Test
    void shouldChangeNothingInADryRun() {
        store.create(BuiltIn.DEPLOYMENTS, web(), Commit.DRY_RUN);

        assertThat(store.find(BuiltIn.DEPLOYMENTS, "default", "web")).isEmpty();
    }

    private static WatchEvent next(Watch watch) throws InterruptedException {
        return watch.next(Duration.ofSeconds(1)).orElseThrow();
    }

    private static ObjectNode web() {
        return object("{metadata: {name: web, namespace: default}, spec: {replicas: 1}}");
    }
}
