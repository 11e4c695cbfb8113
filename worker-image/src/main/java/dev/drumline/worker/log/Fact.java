// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.log;

/** The keys of the facts in log lines; one place, so that they can be searched for. */
public enum Fact {
    WORKER,
    POOL,
    QUEUES,
    QUEUE,
    TASK,
    TASK_ID,
    TASKS,
    MESSAGES,
    KEY,
    REASON,
    SECONDS,
    HANDLERS;

    private final String key = camelCase(name());

    private static String camelCase(String name) {
        StringBuilder text = new StringBuilder();
        for (String word : name.split("_", -1)) {
            String lower = word.toLowerCase(java.util.Locale.ROOT);
            text.append(text.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return key;
    }
}
