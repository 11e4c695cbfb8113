// SPDX-License-Identifier: Apache-2.0
package com.example.greeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drumline.worker.api.RetryException;
import dev.drumline.worker.api.TaskArguments;
import dev.drumline.worker.api.TaskContext;
import dev.drumline.worker.api.TaskHandler;
import java.time.Instant;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class GreeterTest {

    private record Retry(int retries) implements TaskContext {

        @Override
        public String id() {
            return "id-1";
        }

        @Override
        public int deliveries() {
            return 0;
        }

        @Override
        public Optional<Instant> dueTime() {
            return Optional.empty();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }
    }

    private static Object greet(String name, int retries) throws Exception {
        JsonNodeFactory json = JsonNodeFactory.instance;
        TaskArguments arguments = new TaskArguments(json.arrayNode().add(name), json.objectNode());
        return new Greeter().handle(new Retry(retries), arguments);
    }

    @Test
    void shouldGreet() throws Exception {
        assertThat(greet("Ada", 0)).isEqualTo(new Greeter.Greeting("Hello, Ada!", 1));
    }

    @Test
    void shouldWaitForGodot() throws Exception {
        assertThatThrownBy(() -> greet("Godot", 0)).isInstanceOf(RetryException.class);
        assertThat(greet("Godot", 2)).isEqualTo(new Greeter.Greeting("Hello, Godot!", 3));
    }

    @Test
    void shouldBeFoundByTheWorker() {
        assertThat(ServiceLoader.load(TaskHandler.class)).anyMatch(Greeter.class::isInstance);
    }
}
