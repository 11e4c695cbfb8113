// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.village;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drumline.e2e.Checkout;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A village of a test class's own, started and stopped with the script that a user runs. It stands in a folder of its own
 * that looks like the checkout, so that a village which runs in the checkout is left alone.
 */
public final class VillageForTests implements BeforeAllCallback, AfterAllCallback {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATE = ".drumline";

    private final List<String> up;
    private Path folder;
    private KubernetesClient kubernetes;

    private VillageForTests(List<String> up) {
        this.up = up;
    }

    /** With everything that {@code ./drumline up} brings. */
    public static VillageForTests withQuickstart() {
        return new VillageForTests(List.of("up", "--detach"));
    }

    /** With Drumline installed, and nothing applied yet. */
    public static VillageForTests withoutExamples() {
        return new VillageForTests(List.of("up", "--detach", "--no-examples"));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = lookalike();
        System.out.println(succeed(drumline(up.toArray(String[]::new))));
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (kubernetes != null) {
            kubernetes.close();
        }
        drumline("down");
        keepLogs(context.getRequiredTestClass().getSimpleName());
        Command.delete(folder);
    }

    /** A folder with the built checkout's parts in it and a script of its own. */
    static Path lookalike() throws IOException {
        Path folder = Files.createTempDirectory("drumline-village");
        try (Stream<Path> parts = Files.list(Checkout.path("."))) {
            for (Path part : parts.map(Path::normalize).toList()) {
                String name = part.getFileName().toString();
                if (name.equals("drumline")) {
                    Files.copy(part, folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                } else if (!name.equals(STATE) && !name.equals(".git")) {
                    Files.createSymbolicLink(folder.resolve(name), part);
                }
            }
        }
        return folder;
    }

    /** Runs the script. */
    public Command.Result drumline(String... arguments) throws IOException, InterruptedException {
        return Command.run(
                folder,
                Stream.concat(Stream.of("./drumline"), Stream.of(arguments)).toList());
    }

    /** Runs a line as a user types it, in the folder that is their checkout. */
    public Command.Result shell(String line) throws IOException, InterruptedException {
        return Command.run(folder, List.of("sh", "-c", line));
    }

    /** Runs kubectl against the village. */
    public Command.Result kubectl(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of("kubectl", "--kubeconfig", kubeconfig().toString()), Stream.of(arguments))
                .toList();
        return Command.run(folder, command);
    }

    /** Applies a manifest as {@code ./drumline apply -f} does. */
    public void apply(String manifest) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile(folder, "manifest", ".yaml"), manifest);
        succeed(drumline("apply", "-f", file.toString()));
    }

    /** What the command printed; one that failed fails the test. */
    public static String succeed(Command.Result result) {
        if (result.code() != 0) {
            throw new IllegalStateException(result.output());
        }
        return result.output();
    }

    /** A pod whose name begins so, in whatever namespace. */
    public Pod podNamed(String prefix) throws IOException {
        return kubernetes().pods().inAnyNamespace().list().getItems().stream()
                .filter(pod -> pod.getMetadata().getName().startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no pod " + prefix));
    }

    /** The process that is the pod's only container, from the kubelet's own list. */
    public ProcessHandle processOf(Pod pod) throws IOException {
        String name = pod.getMetadata().getName() + "/";
        return Files.readAllLines(folder.resolve(STATE).resolve("processes")).stream()
                .map(line -> line.split(" ", 3))
                .filter(fields -> fields[2].startsWith(name))
                .flatMap(fields -> ProcessHandle.of(Long.parseLong(fields[0])).stream())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no process of " + name));
    }

    public Path folder() {
        return folder;
    }

    public Path kubeconfig() {
        return folder.resolve(STATE).resolve("kubeconfig");
    }

    public KubernetesClient kubernetes() throws IOException {
        if (kubernetes == null) {
            kubernetes = new KubernetesClientBuilder()
                    .withConfig(Config.fromKubeconfig(Files.readString(kubeconfig())))
                    .build();
        }
        return kubernetes;
    }

    /** What {@code drumline status -o json} says. */
    public JsonNode status() throws IOException, InterruptedException {
        return JSON.readTree(drumline("status", "-o", "json").output());
    }

    public String redisUrl() throws IOException {
        return state().path("redis").textValue();
    }

    /** Redis loses everything. */
    public void emptyRedis() throws IOException {
        URI redis = URI.create(redisUrl());
        try (Socket socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readNBytes(3), UTF_8);
            if (!answer.equals("+OK")) {
                throw new IOException("Redis was not emptied: " + answer);
            }
        }
    }

    private JsonNode state() throws IOException {
        return JSON.readTree(folder.resolve(STATE).resolve("village.json").toFile());
    }

    private void keepLogs(String name) throws IOException {
        Path kept = Checkout.path("e2e/target/village-logs").resolve(name);
        Command.delete(kept);
        Files.createDirectories(kept.getParent());
        Path logs = folder.resolve(STATE).resolve("logs");
        if (Files.isDirectory(logs)) {
            Command.copy(logs, kept);
        }
    }
}
