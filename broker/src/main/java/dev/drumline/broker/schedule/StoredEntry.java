// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.TaskCall;

/**
 * A schedule entry as Redis holds it: three lines, {@code <after>\n<rule>\n<task>}. The rule stands apart so that the
 * script that writes an edit can see whether it changed.
 *
 * @param text the three lines
 */
public record StoredEntry(String id, String text) {

    /** The rule's and the task's line, as they go into the script that adds the first one. */
    record Lines(String rule, String task) {}

    private record Task(TaskCall call, Delivery delivery, MissPolicy policy) {}

    static Lines lines(ScheduleEntry entry) {
        try {
            return new Lines(
                    Json.MAPPER.writeValueAsString(RuleJson.write(entry.schedule())),
                    Json.MAPPER.writeValueAsString(new Task(entry.call(), entry.delivery(), entry.policy())));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("entry " + entry.id() + " has no JSON form", e);
        }
    }

    /** Occurrences at or before it belong to the past, whatever the rule says. */
    public Mark after() {
        return Mark.parse(text.substring(0, text.indexOf('\n')));
    }

    /** Whether this is what would be stored for the entry, apart from {@link #after}. */
    public boolean says(ScheduleEntry entry) {
        Lines lines = lines(entry);
        return text.endsWith('\n' + lines.rule() + '\n' + lines.task());
    }

    /** @throws IllegalArgumentException when the text is no entry */
    public ScheduleEntry entry() {
        String[] lines = text.split("\n", 3);
        if (lines.length != 3) {
            throw new IllegalArgumentException("entry " + id + " has " + lines.length + " lines, not 3");
        }
        try {
            Task task = Json.MAPPER.readValue(lines[2], Task.class);
            return new ScheduleEntry(
                    id, RuleJson.read(Json.MAPPER.readTree(lines[1])), task.call(), task.delivery(), task.policy());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("entry " + id + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
