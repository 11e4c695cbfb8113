// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTPS front of the API, on 127.0.0.1 only, for callers who bear the token. */
public final class ApiServer implements AutoCloseable {

    static {
        // Without it each small answer waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Certificates certificates;
    private final Router router;
    private final byte[] authorization;

    private ApiServer(HttpsServer server, Certificates certificates, Router router, String token) {
        this.server = server;
        this.certificates = certificates;
        this.router = router;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Listens.
     *
     * @param port 0 for any free one
     * @param folder where the certificate is kept
     * @throws java.net.BindException when the port is taken
     */
    public static ApiServer start(int port, Path folder, String token, Router router) throws IOException {
        Certificates certificates = Certificates.in(folder);
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpsServer http = HttpsServer.create(new InetSocketAddress(loopback, port), 128);
        http.setHttpsConfigurator(new HttpsConfigurator(certificates.sslContext()));
        ApiServer api = new ApiServer(http, certificates, router, token);
        http.setExecutor(api.threads);
        http.createContext("/", api::handle);
        http.start();
        return api;
    }

    public String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The certificate to trust, in PEM. */
    public String ca() {
        return certificates.ca();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
            byte[] body = exchange.getRequestBody().readAllBytes();
            byte[] credentials = headers.getOrDefault("authorization", "").getBytes(StandardCharsets.UTF_8);
            Answer answer = MessageDigest.isEqual(credentials, authorization)
                    ? router.answer(ApiRequest.of(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body))
                    : Router.unauthorized();
            send(exchange, answer);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Body body -> {
                body.warnings().forEach(w -> exchange.getResponseHeaders()
                        .add("Warning", "299 - \"" + w.replace("\"", "\\\"") + "\""));
                send(exchange, body.code(), "application/json", Trees.bytes(body.json()));
            }
            case Answer.Raw raw -> send(exchange, 200, raw.contentType(), raw.bytes());
            case Answer.NoWebSocket ignored -> exchange.sendResponseHeaders(200, -1);
            case Answer.Stream stream -> {
                exchange.getResponseHeaders().set("Content-Type", stream.contentType());
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream out = exchange.getResponseBody()) {
                    stream.source().copy(out);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static void send(HttpExchange exchange, int code, String contentType, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
