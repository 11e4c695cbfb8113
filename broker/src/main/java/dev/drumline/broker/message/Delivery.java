// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * How a task's message travels.
 *
 * @param queue the queue's name, without a priority's suffix
 * @param priority 0 to 9, 0 is served first; 0 when null
 * @param expiresSeconds the message is worth nothing so long after its due time; null: it never expires
 * @param headers further headers, put beside Celery's own; none when null
 * @param ignoreResult whether the worker keeps no result; null: as the task says
 * @param timeLimits null: as the worker says
 * @param concurrency null: an occurrence is queued whatever became of the one before it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Delivery(
        String queue,
        Integer priority,
        Long expiresSeconds,
        ObjectNode headers,
        Boolean ignoreResult,
        TimeLimits timeLimits,
        Concurrency concurrency) {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_RUN = Duration.ofHours(23);

    public static Delivery to(String queue) {
        return new Delivery(queue, null, null, null, null, null, null);
    }

    /** @param hardSeconds the task is stopped then, softSeconds: it is told then; either may be null */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TimeLimits(Long hardSeconds, Long softSeconds) {}

    /**
     * How long a message may count as unfinished when nothing is heard of it: its time to wait, an hour where it does not
     * expire, and its time limit, 23 hours where it has none. A day in all is what Celery keeps results for: who is asked
     * for longer may have forgotten that the task has ended.
     */
    public Duration longestLife() {
        Duration wait = expiresSeconds == null ? LONGEST_WAIT : Duration.ofSeconds(expiresSeconds);
        Long limit = timeLimits == null ? null : timeLimits.hardSeconds();
        return wait.plus(limit == null ? LONGEST_RUN : Duration.ofSeconds(limit));
    }

    public int priorityOrDefault() {
        return priority == null ? 0 : priority;
    }
}
