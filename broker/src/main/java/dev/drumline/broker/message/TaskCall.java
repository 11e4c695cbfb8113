// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is to be run: a task's name and its arguments. */
public record TaskCall(String task, ArrayNode args, ObjectNode kwargs) {

    public TaskCall(String task) {
        this(task, Json.array(), Json.object());
    }
}
