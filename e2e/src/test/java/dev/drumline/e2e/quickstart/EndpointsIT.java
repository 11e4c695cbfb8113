// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drumline.e2e.Checkout;
import dev.drumline.e2e.Manifests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the quickstart's monitored site as its pod does: the source from the ConfigMap, compiled by the launcher. */
class EndpointsIT {

    private static final String ADDRESS = "127.77.8.1";

    @TempDir
    Path app;

    private final HttpClient client = HttpClient.newHttpClient();
    private Process site;

    @BeforeEach
    void start() throws IOException {
        var source = Files.writeString(app.resolve("Endpoints.java"), source());
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var builder = new ProcessBuilder(java.toString(), source.toString()).inheritIO();
        builder.environment().put("POD_IP", ADDRESS);
        site = builder.start();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> get("/stats", "").statusCode() == 200);
    }

    @AfterEach
    void stop() {
        site.destroy();
    }

    @Test
    void shouldAnswerAsEachEndpointDoesAndCountWhoCame() throws Exception {
        // When
        assertThat(get("/check/1", "first").statusCode()).isEqualTo(200);
        assertThat(get("/check/97", "second").statusCode()).isEqualTo(503);
        assertThat(get("/check/57", "first").statusCode()).isEqualTo(200);

        // Then
        assertThat(new ObjectMapper().readTree(get("/stats", "").body())).isEqualTo(new ObjectMapper().readTree("""
                        {"requests": 3, "distinctTaskIds": 2, "repeatedTaskIds": 1, "failing": 1}
                        """));
    }

    private HttpResponse<String> get(String path, String taskId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://" + ADDRESS + ":8080" + path))
                .header("X-Drumline-Task-Id", taskId)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String source() throws IOException {
        return Manifests.parse(Files.readString(Checkout.path("examples/quickstart/endpoints.yaml"))).stream()
                .filter(manifest -> manifest.get("kind").asText().equals("ConfigMap"))
                .findFirst()
                .orElseThrow()
                .at("/data/Endpoints.java")
                .asText();
    }
}
