// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.kubelet.node.VillageNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.DeleteOptions;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Village;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeletIT {

    @TempDir
    Path folder;

    private final ObjectStore store = Village.store();
    private Kubelet kubelet;

    @BeforeEach
    void start() {
        KubeletSettings settings =
                new KubeletSettings(folder, folder.resolve("kubeconfig"), Map.of("java", "java"), 201);
        kubelet = new Kubelet(store, settings, InstantSource.system());
        kubelet.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        kubelet.close();
        assertThat(folder.resolve("processes"))
                .satisfiesAnyOf(
                        f -> assertThat(f).isEmptyFile(), f -> assertThat(f).doesNotExist());
    }

    @Test
    void shouldRunAContainerWithItsEnvironmentVolumesAndLog() {
        store.create(
                BuiltIn.CONFIG_MAPS, object("{metadata: {name: greeting, namespace: default}, data: {word: hello}}"));
        create("""
                containers:
                - name: main
                  image: busybox:1
                  command: [sh, -c, 'echo "$(cat /etc/words/word) $NAME at $POD_IP"; exec sleep 100']
                  env:
                  - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                  - {name: POD_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
                  volumeMounts: [{name: words, mountPath: /etc/words}]
                volumes: [{name: words, configMap: {name: greeting}}]
                """);

        awaitReady();

        String ip = pod().path("status").path("podIP").asText();
        assertThat(ip).startsWith("127.201.");
        await().untilAsserted(() -> assertThat(log("main")).isEqualTo("hello one at " + ip + "\n"));
        assertThat(pod().path("status").path("phase").asText()).isEqualTo("Running");
        assertThat(events()).contains("Started");
    }

    @Test
    void shouldRestartAContainerThatWasKilledFromOutsideWithinASecond() {
        create("""
                containers: [{name: main, image: busybox, command: [sh, -c, 'echo $$$$; exec sleep 100']}]
                """);
        awaitReady();
        await().until(() -> log("main").endsWith("\n"));

        ProcessHandle.of(Long.parseLong(log("main").strip())).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(container().path("restartCount").asInt()).isEqualTo(1));
        JsonNode ended = container().path("lastState").path("terminated");
        assertThat(ended.path("exitCode").asInt()).isEqualTo(137);
        assertThat(ended.path("reason").asText()).isEqualTo("Error");
        awaitReady();
    }

    @Test
    void shouldBackOffFromAContainerThatKeepsEnding() {
        create("containers: [{name: main, image: busybox, command: [sh, -c, exit 3]}]");

        await().untilAsserted(() ->
                assertThat(container().at("/state/waiting/reason").asText()).isEqualTo("CrashLoopBackOff"));
        assertThat(container().at("/lastState/terminated/exitCode").asInt()).isEqualTo(3);
        assertThat(events()).contains("BackOff");
    }

    @Test
    void shouldWaitAtAnImageThatItDoesNotKnow() {
        create("containers: [{name: main, image: 'nginx:1.27'}]");

        await().untilAsserted(() ->
                assertThat(container().at("/state/waiting/reason").asText()).isEqualTo("ErrImagePull"));
        assertThat(container().at("/state/waiting/message").asText())
                .startsWith("image \"nginx:1.27\" can't run here")
                .contains("eclipse-temurin", "redis");
    }

    @Test
    void shouldStartOnceAMissingSecretIsThere() {
        create("""
                containers:
                - name: main
                  image: busybox
                  command: [sleep, "100"]
                  env: [{name: P, valueFrom: {secretKeyRef: {name: late, key: p}}}]
                """);
        await().untilAsserted(() ->
                assertThat(container().at("/state/waiting/reason").asText()).isEqualTo("CreateContainerConfigError"));

        store.create(BuiltIn.SECRETS, object("{metadata: {name: late, namespace: default}, data: {p: eA==}}"));

        awaitReady();
    }

    @Test
    void shouldDoTheInitContainersFirstAndOneAfterAnother() {
        create("""
                initContainers:
                - {name: a, image: busybox, command: [sh, -c, 'echo a > /work/a'], volumeMounts: [{name: w, mountPath: /work}]}
                - {name: b, image: busybox, command: [sh, -c, 'cat /work/a > /work/b'], volumeMounts: [{name: w, mountPath: /work}]}
                containers:
                - {name: main, image: busybox, command: [sh, -c, 'cat /work/b; exec sleep 100'], volumeMounts: [{name: w, mountPath: /work}]}
                volumes: [{name: w, emptyDir: {}}]
                """);

        awaitReady();

        await().untilAsserted(() -> assertThat(log("main")).isEqualTo("a\n"));
    }

    @Test
    void shouldCompleteAPodThatIsNotToBeRestarted() {
        create("""
                restartPolicy: Never
                containers: [{name: main, image: busybox, command: ["true"]}]
                """);

        await().untilAsserted(
                        () -> assertThat(pod().at("/status/phase").asText()).isEqualTo("Succeeded"));
    }

    @Test
    void shouldFollowReadinessAndRestartWhatIsNotAlive() throws IOException {
        Path alive = Files.createFile(folder.resolve("alive"));
        create("""
                terminationGracePeriodSeconds: 1
                containers:
                - name: main
                  image: busybox
                  command: [sh, -c, 'exec sleep 100']
                  readinessProbe: {exec: {command: [test, -e, '%1$s']}, periodSeconds: 1, failureThreshold: 1}
                  livenessProbe: {exec: {command: [test, -e, '%1$s']}, periodSeconds: 1, failureThreshold: 2}
                """.formatted(alive));
        awaitReady();

        Files.delete(alive);

        await().untilAsserted(
                        () -> assertThat(container().path("ready").asBoolean()).isFalse());
        await().untilAsserted(() ->
                assertThat(container().path("restartCount").asInt()).isPositive());
        assertThat(events()).contains("Unhealthy", "Killing");
        assertThat(container().at("/lastState/terminated/exitCode").asInt()).isEqualTo(143);
    }

    @Test
    void shouldGiveADeletedPodItsHookAndItsGraceAndThenNoMore() {
        create("""
                containers:
                - name: main
                  image: busybox
                  command: [sh, -c, 'trap "echo asked" TERM; sleep 101 & while true; do wait; done']
                  lifecycle: {preStop: {exec: {command: [sh, -c, 'echo hook > %s']}}}
                """.formatted(folder.resolve("hook")));
        awaitReady();
        long child = await().until(() -> processes("sleep 101"), pids -> !pids.isEmpty())
                .getFirst();

        store.delete(
                BuiltIn.PODS,
                new ObjectKey("default", "one"),
                new DeleteOptions(
                        OptionalInt.of(1), DeleteOptions.DEFAULT.propagation(), "", 0, DeleteOptions.DEFAULT.commit()));

        await().untilAsserted(() ->
                assertThat(store.find(BuiltIn.PODS, "default", "one")).isEmpty());
        assertThat(folder.resolve("hook")).hasContent("hook");
        assertThat(log("main")).contains("asked");
        await().untilAsserted(() -> assertThat(ProcessHandle.of(child)).isEmpty());
    }

    private void create(String spec) {
        ObjectNode pod = object("metadata: {name: one, namespace: default}");
        pod.set("spec", object(spec).put("nodeName", VillageNode.NAME));
        store.create(BuiltIn.PODS, pod);
    }

    private void awaitReady() {
        await().untilAsserted(
                        () -> assertThat(container().path("ready").asBoolean()).isTrue());
    }

    private ObjectNode pod() {
        return store.get(BuiltIn.PODS, "default", "one");
    }

    private JsonNode container() {
        return pod().at("/status/containerStatuses/0");
    }

    private String log(String container) {
        try {
            return Files.readString(folder.resolve("logs/default_one_" + container + ".log"));
        } catch (IOException notYet) {
            return "";
        }
    }

    private List<String> events() {
        return store.list(BuiltIn.EVENTS, "default").items().stream()
                .map(event -> event.path("reason").asText())
                .toList();
    }

    private static List<Long> processes(String commandLine) {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").endsWith(commandLine))
                .map(ProcessHandle::pid)
                .toList();
    }
}
