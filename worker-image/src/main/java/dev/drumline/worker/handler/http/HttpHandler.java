// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.handler.http;

import dev.drumline.worker.api.TaskArguments;
import dev.drumline.worker.api.TaskContext;
import dev.drumline.worker.api.TaskHandler;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/** Calls a URL; the task fails unless the status is an expected one. Redirects are answers and not followed. */
public final class HttpHandler implements TaskHandler {

    private static final String TASK_ID_HEADER = "X-Drumline-Task-Id";

    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final LongSupplier nanos;

    public HttpHandler() {
        this(System::nanoTime);
    }

    HttpHandler(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param millis from the call to the last byte of the answer */
    record Answer(int status, long millis) {}

    @Override
    public String name() {
        return "drumline.http";
    }

    @Override
    public Object handle(TaskContext task, TaskArguments arguments) throws HttpCheckException, InterruptedException {
        HttpCheck check = arguments.kwargsAs(HttpCheck.class);
        long startNanos = nanos.getAsLong();
        int status = send(check, request(check, task.id()));
        if (!check.expectedStatus().includes(status)) {
            String sentence = check + " answered " + status + ", expected " + check.expectedStatus();
            throw new HttpCheckException(sentence, null);
        }
        return new Answer(
                status, Duration.ofNanos(nanos.getAsLong() - startNanos).toMillis());
    }

    private static HttpRequest request(HttpCheck check, String taskId) {
        return HttpRequest.newBuilder(check.url())
                .method(check.method(), BodyPublishers.noBody())
                .timeout(check.timeout())
                .header(TASK_ID_HEADER, taskId)
                .build();
    }

    private int send(HttpCheck check, HttpRequest request) throws HttpCheckException, InterruptedException {
        try {
            HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
            return response.statusCode();
        } catch (HttpTimeoutException e) {
            throw new HttpCheckException(check + " did not answer within " + check.timeoutSeconds() + " s", e);
        } catch (ConnectException e) {
            throw new HttpCheckException(check + " failed: can't connect", e);
        } catch (IOException e) {
            throw new HttpCheckException(check + " failed: " + e.getMessage(), e);
        }
    }
}
