// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.task;

import dev.drumline.worker.api.TaskHandler;
import java.time.Instant;

/** What is to become of a claimed message. */
public sealed interface Verdict {

    record Run(Job job, TaskHandler handler) implements Verdict {}

    /** Its eta has not come: it waits in Redis, not in a worker. */
    record Postpone(Job job, Instant eta) implements Verdict {}

    /** Its sender wants it only until a time that is over. */
    record Expired(Job job) implements Verdict {}

    /** No handler bears the task's name. */
    record Unknown(Job job) implements Verdict {}

    /** It was begun too often by workers that then died, or needs what this worker can't do. */
    record Refuse(Job job, String errorType, String reason) implements Verdict {}

    /** Nobody can read it. */
    record Unreadable(String reason) implements Verdict {}
}
