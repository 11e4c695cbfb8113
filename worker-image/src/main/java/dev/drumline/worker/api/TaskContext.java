// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.api;

import java.time.Instant;
import java.util.Optional;

/** What travelled with a task beside its arguments. */
public interface TaskContext {

    String id();

    /** How often the task was retried before; 0 the first time. */
    int retries();

    /** How often a worker that then died had begun it. */
    int deliveries();

    /** When its schedule wanted it; empty if no schedule sent it. */
    Optional<Instant> dueTime();

    /** A header of the message, Celery's or the sender's own; empty where it is missing or null. */
    Optional<String> header(String name);
}
