// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Commit;
import dev.drumline.local.store.DeleteOptions;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.Propagation;
import dev.drumline.local.store.Village;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControllersTest {

    private static final ObjectKey WEB = new ObjectKey("default", "web");

    private final ObjectStore store = Village.store();
    private final Controllers controllers = Controllers.start(store, InstantSource.fixed(Village.NOW));

    @BeforeEach
    void startNode() {
        store.create(BuiltIn.NODES, object("metadata: {name: village}"));
        ObedientKubelet.follow(store);
    }

    @AfterEach
    void stop() {
        controllers.close();
    }

    @Test
    void shouldRunADeploymentAndReportIt() {
        store.create(BuiltIn.DEPLOYMENTS, deployment(2));

        await().until(() -> available() == 2);
        await().until(() -> condition("Progressing").equals("NewReplicaSetAvailable"));
        assertThat(pods()).allMatch(p -> p.at("/spec/nodeName").asText().equals("village"));
        assertThat(condition("Available")).isEqualTo("MinimumReplicasAvailable");
    }

    @Test
    void shouldRollToANewTemplateAndKeepTheOldReplicaSet() {
        store.create(BuiltIn.DEPLOYMENTS, deployment(3));
        await().until(() -> available() == 3);

        setImage("web:2");

        await().until(() ->
                pods().size() == 3 && pods().stream().allMatch(p -> image(p).equals("web:2")) && available() == 3);
        assertThat(store.list(BuiltIn.REPLICA_SETS, "default").items()).hasSize(2);
        await().untilAsserted(() ->
                assertThat(Metadata.annotations(deployment())).containsEntry("deployment.kubernetes.io/revision", "2"));
    }

    @Test
    void shouldGoBackToAnEarlierReplicaSet() {
        store.create(BuiltIn.DEPLOYMENTS, deployment(1));
        await().until(() -> available() == 1);
        setImage("web:2");
        await().until(() -> pods().size() == 1 && image(pods().getFirst()).equals("web:2"));

        setImage("web:1");

        await().until(() -> pods().size() == 1 && image(pods().getFirst()).equals("web:1"));
        assertThat(store.list(BuiltIn.REPLICA_SETS, "default").items()).hasSize(2);
    }

    @Test
    void shouldReplaceAPodThatIsDeleted() {
        store.create(BuiltIn.DEPLOYMENTS, deployment(1));
        await().until(() -> available() == 1);
        String first = Metadata.name(pods().getFirst());

        store.delete(BuiltIn.PODS, "default", first);

        await().until(() ->
                pods().size() == 1 && !Metadata.name(pods().getFirst()).equals(first));
    }

    @Test
    void shouldRemoveEverythingThatADeletedDeploymentOwned() {
        store.create(BuiltIn.DEPLOYMENTS, deployment(2));
        await().until(() -> available() == 2);

        store.delete(BuiltIn.DEPLOYMENTS, "default", "web");

        await().until(() ->
                pods().isEmpty() && store.list(BuiltIn.REPLICA_SETS, "").items().isEmpty());
    }

    @Test
    void shouldKeepTheDeploymentUntilItsDependentsAreGoneInTheForeground() {
        store.create(BuiltIn.DEPLOYMENTS, deployment(1));
        await().until(() -> available() == 1);

        store.delete(BuiltIn.DEPLOYMENTS, WEB, options(Propagation.FOREGROUND));

        await().until(() -> store.find(BuiltIn.DEPLOYMENTS, "default", "web").isEmpty());
        assertThat(store.list(BuiltIn.REPLICA_SETS, "").items()).isEmpty();
    }

    @Test
    void shouldLeaveOrphansBehindWhenAsked() {
        store.create(BuiltIn.DEPLOYMENTS, deployment(1));
        await().until(() -> available() == 1);

        store.delete(BuiltIn.DEPLOYMENTS, WEB, options(Propagation.ORPHAN));

        await().until(() -> store.find(BuiltIn.DEPLOYMENTS, "default", "web").isEmpty());
        await().during(Duration.ofMillis(200)).until(() -> pods().size() == 1);
        assertThat(store.list(BuiltIn.REPLICA_SETS, "").items())
                .allMatch(set -> Metadata.controllerRef(set).isEmpty());
    }

    @Test
    void shouldListReadyPodsBehindAService() {
        store.create(
                BuiltIn.SERVICES,
                object("{metadata: {name: web, namespace: default}, spec: {selector: {app: web}, "
                        + "ports: [{port: 80, targetPort: http}]}}"));
        store.create(BuiltIn.DEPLOYMENTS, deployment(2));

        await().untilAsserted(() -> assertThat(
                        store.get(BuiltIn.ENDPOINTS, "default", "web").at("/subsets/0/addresses"))
                .hasSize(2));
        assertThat(store.get(BuiltIn.ENDPOINTS, "default", "web")
                        .at("/subsets/0/ports/0/port")
                        .asInt())
                .isEqualTo(8080);
        await().untilAsserted(() -> assertThat(
                        store.get(BuiltIn.ENDPOINT_SLICES, "default", "web").path("endpoints"))
                .hasSize(2));
    }

    @Test
    void shouldFillAndEmptyNamespaces() {
        store.create(BuiltIn.NAMESPACES, object("metadata: {name: spare}"));
        await().until(() ->
                store.find(BuiltIn.SERVICE_ACCOUNTS, "spare", "default").isPresent());

        store.delete(BuiltIn.NAMESPACES, "", "spare");

        await().until(() -> store.find(BuiltIn.NAMESPACES, "", "spare").isEmpty());
        assertThat(store.list(BuiltIn.SERVICE_ACCOUNTS, "spare").items()).isEmpty();
    }

    private void setImage(String image) {
        store.edit(BuiltIn.DEPLOYMENTS, WEB, Part.MAIN, d -> ((ObjectNode) d.at("/spec/template/spec/containers/0"))
                .put("image", image));
    }

    private List<ObjectNode> pods() {
        return store.list(BuiltIn.PODS, "default").items();
    }

    private ObjectNode deployment() {
        return store.get(BuiltIn.DEPLOYMENTS, "default", "web");
    }

    private int available() {
        return deployment().at("/status/availableReplicas").asInt();
    }

    private String condition(String type) {
        for (var condition : deployment().at("/status/conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition.path("reason").asText();
            }
        }
        return "";
    }

    private static String image(ObjectNode pod) {
        return pod.at("/spec/containers/0/image").asText();
    }

    private static DeleteOptions options(Propagation propagation) {
        return new DeleteOptions(OptionalInt.empty(), propagation, "", 0, Commit.WRITE);
    }

    private static ObjectNode deployment(int replicas) {
        return object("{metadata: {name: web, namespace: default}, spec: {replicas: " + replicas
                + ", selector: {matchLabels: {app: web}}, strategy: {type: RollingUpdate, rollingUpdate: "
                + "{maxSurge: 1, maxUnavailable: 0}}, template: {metadata: {labels: {app: web}}, spec: "
                + "{containers: [{name: web, image: 'web:1', ports: [{name: http, containerPort: 8080}]}]}}}}");
    }
}
