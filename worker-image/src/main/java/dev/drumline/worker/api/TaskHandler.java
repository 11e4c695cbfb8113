// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.api;

/**
 * Runs the tasks of one name. Found by {@link java.util.ServiceLoader}; one object serves all calls at once, each on a
 * virtual thread of its own.
 *
 * <p>A task may run more than once when a worker dies, so a handler should be able to meet its own traces.
 */
public interface TaskHandler {

    int DEFAULT_MAX_RETRIES = 3;

    /** The task's name as it stands in messages, such as {@code monitor.check_metric}. */
    String name();

    /**
     * Runs one task. The thread is interrupted at the task's time limit and when the worker has to stop.
     *
     * @return the result, anything that Jackson turns into JSON; null is a result too
     * @throws RetryException to be called again later
     * @throws Exception which becomes the task's result, as Celery has it: its type, message and stack trace
     */
    Object handle(TaskContext task, TaskArguments arguments) throws Exception;

    /** How often {@link RetryException} is granted to one task; then the task fails. */
    default int maxRetries() {
        return DEFAULT_MAX_RETRIES;
    }
}
