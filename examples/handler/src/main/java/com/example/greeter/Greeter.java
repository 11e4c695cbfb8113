// SPDX-License-Identifier: Apache-2.0
package com.example.greeter;

import dev.drumline.worker.api.RetryException;
import dev.drumline.worker.api.TaskArguments;
import dev.drumline.worker.api.TaskContext;
import dev.drumline.worker.api.TaskHandler;
import java.time.Duration;

/** Greets somebody: {@code example.greet("Ada")} gives {@code {"greeting": "Hello, Ada!", "attempt": 1}}. */
public final class Greeter implements TaskHandler {

    /** What the task returns; stored as JSON. */
    public record Greeting(String greeting, int attempt) {}

    @Override
    public String name() {
        return "example.greet";
    }

    @Override
    public Object handle(TaskContext task, TaskArguments arguments) throws RetryException {
        String name = arguments.required(0, "name").asText();
        if (name.equals("Godot") && task.retries() < 2) {
            throw new RetryException(Duration.ofSeconds(5), "Godot has not come yet");
        }
        return new Greeting("Hello, " + name + "!", task.retries() + 1);
    }
}
