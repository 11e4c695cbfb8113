// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a task's message travels.
 *
 * @param queue the queue's name, without a priority's suffix
 * @param priority 0 to 9, 0 is served first; 0 when null
 * @param expiresSeconds the message is worth nothing so long after its due time; null: it never expires
 * @param headers further headers, put beside Celery's own; none when null
 * @param ignoreResult whether the worker keeps no result; null: as the task says
 * @param timeLimits null: as the worker says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Delivery(
        String queue,
        Integer priority,
        Long expiresSeconds,
        ObjectNode headers,
        Boolean ignoreResult,
        TimeLimits timeLimits) {

    public static Delivery to(String queue) {
        return new Delivery(queue, null, null, null, null, null);
    }

    /** @param hardSeconds the task is stopped then, softSeconds: it is told then; either may be null */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TimeLimits(Long hardSeconds, Long softSeconds) {}

    public int priorityOrDefault() {
        return priority == null ? 0 : priority;
    }
}
