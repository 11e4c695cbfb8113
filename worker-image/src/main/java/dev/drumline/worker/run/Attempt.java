// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.broker.message.Json;
import dev.drumline.worker.api.RetryException;
import dev.drumline.worker.api.TaskArguments;
import dev.drumline.worker.api.TaskHandler;
import dev.drumline.worker.result.Ending;
import dev.drumline.worker.result.Failure;
import dev.drumline.worker.task.Job;
import dev.drumline.worker.task.Verdict;
import java.time.Instant;
import java.util.function.Supplier;

/** Calls a handler once, on the calling thread. */
final class Attempt {

    private final Job job;
    private final TaskHandler handler;
    private final Supplier<Instant> now;

    /** @param now by Redis' clock */
    Attempt(Verdict.Run run, Supplier<Instant> now) {
        this.job = run.job();
        this.handler = run.handler();
        this.now = now;
    }

    // Whatever a handler throws is the result of its task and must not harm the others, Errors too.
    Ending run() {
        Thread.currentThread().setContextClassLoader(handler.getClass().getClassLoader());
        try {
            Object value = handler.handle(
                    job, new TaskArguments(job.message().args(), job.message().kwargs()));
            return new Ending.Succeeded(value instanceof JsonNode json ? json : Json.MAPPER.valueToTree(value));
        } catch (RetryException e) {
            return retried(e);
        } catch (InterruptedException e) {
            return new Ending.Failed(Failure.ofCelery("SoftTimeLimitExceeded", "interrupted"));
        } catch (Throwable e) {
            return new Ending.Failed(Failure.of(e));
        }
    }

    private Ending retried(RetryException wish) {
        Failure reason = Failure.of(wish.getCause() == null ? wish : wish.getCause());
        return job.retries() < handler.maxRetries()
                ? new Ending.Retried(reason, now.get().plus(wish.delay()))
                : new Ending.Failed(reason);
    }
}
