// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.handler;

import dev.drumline.broker.message.Json;
import dev.drumline.worker.api.TaskArguments;
import dev.drumline.worker.api.TaskContext;
import dev.drumline.worker.api.TaskHandler;

/** Answers with what it was given. */
public final class EchoHandler implements TaskHandler {

    @Override
    public String name() {
        return "drumline.echo";
    }

    @Override
    public Object handle(TaskContext task, TaskArguments arguments) {
        return Json.object()
                .<com.fasterxml.jackson.databind.node.ObjectNode>set("args", arguments.args())
                .set("kwargs", arguments.kwargs());
    }
}
