// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drumline.local.api.PodLogs;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.ResourceType;
import dev.drumline.local.store.Village;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubectlIT {

    private static final String BELL = """
            apiVersion: village.test/v1
            kind: Bell
            metadata: {name: big}
            spec: {every: 10s}
            """;
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - {name: web, image: "web:1", env: [{name: A, value: b}]}
            """;

    @TempDir
    static Path folder;

    private static ControlPlane plane;
    private static Kubectl kubectl;

    @BeforeAll
    static void startVillage() throws IOException, URISyntaxException {
        assumeTrue(Kubectl.isOnPath(), "kubectl is not on PATH");
        plane = ControlPlane.start(0, folder, "a-token", logs(), Clock.systemUTC());
        Path kubeconfig = folder.resolve("kubeconfig");
        plane.writeKubeconfig(kubeconfig);
        kubectl = new Kubectl(folder, kubeconfig);
        Path definition = Path.of(KubectlIT.class.getResource("bells.yaml").toURI());
        assertThat(kubectl.run("apply", "-f", definition.toString()).code()).isZero();
    }

    @AfterEach
    void clear() {
        kubectl.run("delete", "bells,deployments,pods", "--all", "--wait=false");
    }

    @AfterAll
    static void stopVillage() {
        if (plane != null) {
            plane.close();
        }
    }

    @Test
    void shouldApplyDefaultAndShowACustomResource() {
        assertThat(kubectl.apply(BELL).output()).isEqualTo("bell.village.test/big created");
        assertThat(kubectl.apply(BELL).output()).isEqualTo("bell.village.test/big unchanged");

        String shown = kubectl.run("get", "bl").output();

        assertThat(shown).containsPattern("NAME +EVERY +RINGERS +READY +AGE").containsPattern("big +10s +1 ");
        assertThat(kubectl.run("get", "tower", "-o", "name").output()).isEqualTo("bell.village.test/big");
    }

    @Test
    void shouldRefuseInTheWordsOfARealServer() {
        assertThat(kubectl.apply(BELL.replace("10s", "ten")).output())
                .isEqualTo("The Bell \"big\" is invalid: spec.every: Invalid value: \"ten\": "
                        + "must be a duration of at least 100ms");
        assertThat(kubectl.apply(BELL.replace("every: 10s", "every: 10s, evry: 5s"))
                        .output())
                .contains("strict decoding error: unknown field \"spec.evry\"");
        assertThat(kubectl.apply(BELL.replace("big", "much-too-big")).output())
                .contains("metadata.name: must be at most 10 characters");
    }

    @Test
    void shouldOnlyWarnOfUnknownFieldsWhenAsked() {
        var result = kubectl.apply(BELL.replace("every: 10s", "every: 10s, evry: 5s"), "--validate=warn");

        assertThat(result.code()).isZero();
        assertThat(result.output()).contains("unknown field \"spec.evry\"");
    }

    @Test
    void shouldTakeAListAndCheckEachOfIt() {
        String list = "apiVersion: v1\nkind: List\nitems: [%s, %s]";
        String good = "{apiVersion: village.test/v1, kind: Bell, metadata: {name: a}, spec: {every: 1s}}";
        String bad = "{apiVersion: village.test/v1, kind: Bell, metadata: {name: b}, spec: {evry: 1s}}";

        var result = kubectl.apply(list.formatted(good, bad));

        assertThat(result.output()).contains("bell.village.test/a created", "unknown field \"spec.evry\"");
    }

    @Test
    void shouldKeepManagersApartInServerSideApply() {
        kubectl.apply(BELL, "--server-side", "--field-manager=one");

        var refused = kubectl.apply(BELL.replace("10s", "20s"), "--server-side", "--field-manager=two");
        var forced =
                kubectl.apply(BELL.replace("10s", "20s"), "--server-side", "--field-manager=two", "--force-conflicts");

        assertThat(refused.code()).isNotZero();
        assertThat(refused.output()).contains("conflict with \"one\": .spec.every");
        assertThat(forced.output()).isEqualTo("bell.village.test/big serverside-applied");
    }

    @Test
    void shouldEditPatchAndScale() {
        kubectl.apply(BELL);

        var edited = kubectl.run(Map.of("KUBE_EDITOR", "sed -i s/10s/30s/"), "edit", "bell", "big");
        var patched = kubectl.run("patch", "bell", "big", "--type=merge", "-p", "{\"spec\":{\"tone\":\"deep\"}}");
        var scaled = kubectl.run("scale", "bell", "big", "--replicas=4");

        assertThat(edited.output()).isEqualTo("bell.village.test/big edited");
        assertThat(patched.output()).isEqualTo("bell.village.test/big patched");
        assertThat(scaled.output()).isEqualTo("bell.village.test/big scaled");
        assertThat(kubectl.run("get", "bell", "big", "-o", "jsonpath={.spec}").output())
                .contains("\"every\":\"30s\"", "\"tone\":\"deep\"", "\"ringers\":4");
    }

    @Test
    void shouldRefuseStrategicMergeOfCustomResources() {
        kubectl.apply(BELL);

        var refused = kubectl.run("patch", "bell", "big", "--type=strategic", "-p", "{\"spec\":{\"tone\":\"deep\"}}");

        assertThat(refused.code()).isNotZero();
    }

    @Test
    void shouldMergeContainersOfABuiltInKind() {
        kubectl.apply(DEPLOYMENT);

        kubectl.run("set", "image", "deployment/web", "web=web:2");
        kubectl.run("set", "env", "deployment/web", "C=d");

        assertThat(kubectl.run("get", "deploy", "web", "-o", "jsonpath={.spec.template.spec.containers}")
                        .output())
                .contains("\"image\":\"web:2\"", "\"name\":\"A\"", "\"name\":\"C\"");
    }

    @Test
    void shouldDiffAndDryRunWithoutChange() {
        kubectl.apply(BELL);

        var diff = kubectl.run("diff", "-f", kubectl.file(BELL.replace("10s", "20s")));
        var dry = kubectl.apply(BELL.replace("10s", "20s"), "--dry-run=server");

        assertThat(diff.output()).contains("-  every: 10s", "+  every: 20s");
        assertThat(dry.output()).isEqualTo("bell.village.test/big configured (server dry run)");
        assertThat(kubectl.run("get", "bell", "big", "-o", "jsonpath={.spec.every}")
                        .output())
                .isEqualTo("10s");
    }

    @Test
    void shouldExplainAndDescribe() {
        kubectl.apply(BELL);

        assertThat(kubectl.run("explain", "bell.spec.every").output()).contains("The period between two rings");
        assertThat(kubectl.run("describe", "bell", "big").output()).contains("Every:    10s");
    }

    @Test
    void shouldWaitForAConditionInTheStatus() {
        kubectl.apply(BELL);
        ResourceType bells =
                plane.store().types().byKind("village.test/v1", "Bell").orElseThrow();
        plane.store()
                .edit(bells, new ObjectKey("default", "big"), Part.STATUS, bell -> bell.withObjectProperty("status")
                        .putArray("conditions")
                        .addObject()
                        .put("type", "Ready")
                        .put("status", "True"));

        var waited = kubectl.run("wait", "--for=condition=Ready", "bell/big", "--timeout=5s");

        assertThat(waited.output()).isEqualTo("bell.village.test/big condition met");
    }

    @Test
    void shouldWatchUntilAnObjectIsGone() {
        kubectl.apply(BELL);
        Thread.startVirtualThread(() -> kubectl.run("delete", "bell", "big"));

        var waited = kubectl.run("wait", "--for=delete", "bell/big", "--timeout=10s");

        assertThat(waited.code()).isZero();
    }

    @Test
    void shouldSelectByLabelsAndFields() {
        kubectl.apply(BELL);
        kubectl.apply(BELL.replace("big", "small").replace("every", "tower: south, every"));
        kubectl.run("label", "bell", "small", "size=s");

        assertThat(kubectl.run("get", "bell", "-l", "size in (s, m)", "-o", "name")
                        .output())
                .isEqualTo("bell.village.test/small");
        assertThat(kubectl.run("get", "bell", "--field-selector", "spec.tower=north", "-o", "name")
                        .output())
                .isEqualTo("bell.village.test/big");
    }

    @Test
    void shouldTakeProtobufBodies() {
        assertThat(kubectl.run("auth", "can-i", "create", "pods").output()).isEqualTo("yes");
        assertThat(kubectl.run("create", "deployment", "web", "--image=web:1").output())
                .isEqualTo("deployment.apps/web created");
        assertThat(kubectl.run("create", "secret", "generic", "s", "--from-literal=a=b")
                        .output())
                .isEqualTo("secret/s created");
        assertThat(kubectl.run("get", "secret", "s", "-o", "jsonpath={.data.a}").output())
                .isEqualTo("Yg==");
    }

    @Test
    void shouldPageThroughALongList() {
        for (int i = 0; i < 5; i++) {
            kubectl.apply(BELL.replace("big", "b" + i));
        }

        var listed = kubectl.run("get", "bells", "--chunk-size=2", "-o", "name");

        assertThat(listed.output().lines()).hasSize(5);
    }

    @Test
    void shouldEmptyANamespaceBeforeItGoes() {
        kubectl.run("create", "namespace", "spare");
        kubectl.apply(BELL, "-n", "spare");

        var deleted = kubectl.run("delete", "namespace", "spare", "--timeout=10s");

        assertThat(deleted.code()).isZero();
        assertThat(kubectl.run("get", "bells", "-A").output()).contains("No resources found");
    }

    @Test
    void shouldPrintThePodsLog() {
        plane.store()
                .create(
                        BuiltIn.PODS,
                        Village.object(
                                "{metadata: {name: p, namespace: default}, spec: {containers: [{name: c, image: i}]}}"));

        assertThat(kubectl.run("logs", "p").output()).isEqualTo("log of c");
    }

    private static PodLogs logs() {
        return (pod, query, out) -> out.write("log of c\n".getBytes(StandardCharsets.UTF_8));
    }
}
