// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumline.local.api.PodLogs;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiServerIT {

    @TempDir
    static Path folder;

    private static ControlPlane plane;

    @BeforeAll
    static void startVillage() throws IOException {
        plane = start(0);
    }

    @AfterAll
    static void stopVillage() {
        plane.close();
    }

    @Test
    void shouldTurnAwayWhoBearsNoToken() throws Exception {
        assertThat(get("/api/v1/pods", "Bearer wrong").statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/pods", "Bearer wrong").body())
                .contains("\"kind\":\"Status\"", "\"reason\":\"Unauthorized\"");
        assertThat(get("/api/v1/pods", "Bearer a-token").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAnswerWhatItDoesNotKnowWithAStatus() throws Exception {
        HttpResponse<String> answer = get("/apis/nothing/v1", "Bearer a-token");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"reason\":\"NotFound\"");
    }

    @Test
    void shouldSayThatAVersionOfThePastIsGone() throws Exception {
        HttpResponse<String> answer = get("/api/v1/pods?watch=true&resourceVersion=5", "Bearer a-token");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("\"reason\":\"Expired\"");
    }

    @Test
    void shouldFailWhenItsPortIsTaken() {
        assertThatThrownBy(() -> start(URI.create(plane.url()).getPort())).isInstanceOf(BindException.class);
    }

    @Test
    void shouldKeepTheTokenFromOtherUsers() throws IOException {
        Path kubeconfig = folder.resolve("kubeconfig");

        plane.writeKubeconfig(kubeconfig);

        assertThat(Files.getPosixFilePermissions(kubeconfig)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private static ControlPlane start(int port) throws IOException {
        return ControlPlane.start(port, folder, "a-token", PodLogs.NONE, Clock.systemUTC());
    }

    private static HttpResponse<String> get(String path, String authorization) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trust()).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(plane.url() + path))
                    .header("Authorization", authorization)
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static SSLContext trust() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve("api.p12"))) {
            keys.load(in, "drumline".toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("api", keys.getCertificate("api"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
