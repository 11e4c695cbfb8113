// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.handler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.worker.api.TaskArguments;
import dev.drumline.worker.api.TaskContext;
import dev.drumline.worker.api.TaskHandler;
import java.time.Duration;

/** Takes its time: {@code seconds}, 0 to a day, fractions allowed. */
public final class SleepHandler implements TaskHandler {

    private static final double LONGEST_SECONDS = 86_400;

    @Override
    public String name() {
        return "drumline.sleep";
    }

    @Override
    public Object handle(TaskContext task, TaskArguments arguments) throws InterruptedException {
        JsonNode seconds = arguments.required(0, "seconds");
        if (!seconds.isNumber() || seconds.asDouble() < 0 || seconds.asDouble() > LONGEST_SECONDS) {
            throw new IllegalArgumentException("seconds is " + seconds + ", must be a number from 0 to 86400");
        }
        Thread.sleep(Duration.ofNanos((long) (seconds.asDouble() * 1e9)));
        return seconds;
    }
}
