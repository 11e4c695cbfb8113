// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.handler.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.MessageReader;
import dev.drumline.worker.Messages;
import dev.drumline.worker.api.TaskArguments;
import dev.drumline.worker.task.Job;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpHandlerIT {

    private final HttpHandler handler = new HttpHandler();
    private final List<String> taskIds = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            taskIds.add(exchange.getRequestHeaders().getFirst("X-Drumline-Task-Id"));
            exchange.sendResponseHeaders(
                    Integer.parseInt(exchange.getRequestURI().getPath().substring(1)), -1);
            exchange.close();
        });
        server.createContext("/slow", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private Object check(String path) throws Exception {
        Job job = new Job(
                Messages.of("drumline.http").claimed(),
                MessageReader.read(Messages.of("drumline.http").claimed().raw()));
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
        return handler.handle(
                job,
                new TaskArguments(Json.array(), Json.object().put("url", url).put("timeoutSeconds", 0.5)));
    }

    @Test
    void shouldSayHowItWent() throws Exception {
        assertThat(check("/204")).isInstanceOfSatisfying(HttpHandler.Answer.class, answer -> {
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.millis()).isBetween(0L, 5000L);
        });
        assertThat(taskIds).containsExactly("id-1");
    }

    @Test
    void shouldFailOnAnotherStatus() {
        assertThatThrownBy(() -> check("/503"))
                .isInstanceOf(HttpCheckException.class)
                .hasMessageMatching("GET http://127.0.0.1:\\d+/503 answered 503, expected 200-399");
    }

    @Test
    void shouldFailWhenThereIsNoAnswerInTime() {
        assertThatThrownBy(() -> check("/slow")).hasMessageEndingWith("did not answer within 0.5 s");
    }

    @Test
    void shouldFailWhenNobodyListens() {
        server.stop(0);

        assertThatThrownBy(() -> check("/200"))
                .isInstanceOf(HttpCheckException.class)
                .hasMessageEndingWith("failed: can't connect");
    }
}
