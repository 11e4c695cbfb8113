// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Tries an action once, from where the kubelet is; blocks up to its timeout. */
public final class ProbeRunner {

    private final HttpClient http;

    public ProbeRunner(HttpClient http) {
        this.http = http;
    }

    /** @param inContainer makes a command into a process as the container's own program was made */
    public ProbeResult run(ProbeAction action, Duration timeout, Function<List<String>, ProcessBuilder> inContainer) {
        try {
            return switch (action) {
                case ProbeAction.HttpGet get -> get(get, timeout);
                case ProbeAction.TcpSocket socket -> connect(socket, timeout);
                case ProbeAction.Exec exec -> exec(inContainer.apply(exec.command()), timeout);
            };
        } catch (IOException e) {
            return ProbeResult.failed(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ProbeResult.failed("interrupted");
        }
    }

    private ProbeResult get(ProbeAction.HttpGet get, Duration timeout) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(get.uri()).timeout(timeout);
        get.headers().forEach(request::header);
        int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        return status >= 200 && status < 400
                ? ProbeResult.passed()
                : ProbeResult.failed("HTTP probe failed with statuscode: " + status);
    }

    private static ProbeResult connect(ProbeAction.TcpSocket target, Duration timeout) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(target.host(), target.port()), (int) timeout.toMillis());
            return ProbeResult.passed();
        }
    }

    private static ProbeResult exec(ProcessBuilder command, Duration timeout) throws IOException, InterruptedException {
        Path output = Files.createTempFile("drumline-exec", ".out");
        try {
            return exec(
                    command.redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output,
                    timeout);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static ProbeResult exec(Process process, Path outputFile, Duration timeout)
            throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return ProbeResult.failed("command timed out after " + timeout.toSeconds() + "s");
        }
        String output = beginning(outputFile);
        return process.exitValue() == 0
                ? ProbeResult.passed()
                : ProbeResult.failed("exit code " + process.exitValue() + (output.isEmpty() ? "" : ": " + output));
    }

    private static String beginning(Path output) throws IOException {
        try (InputStream in = Files.newInputStream(output)) {
            return new String(in.readNBytes(1024), StandardCharsets.UTF_8).strip();
        }
    }
}
