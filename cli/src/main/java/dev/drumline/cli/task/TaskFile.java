// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.crds.Api;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The PeriodicTasks of a file, judged by the rules that the operator has for schedules.
 *
 * @param passedOver documents of other kinds, each as version, kind and name
 */
public record TaskFile(List<TaskEntry> entries, List<String> passedOver) {
    private static final String API_VERSION = Api.GROUP + "/" + Api.VERSION;

    public TaskFile {
        entries = List.copyOf(entries);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * @param namespace of tasks that name none
     * @param createdAt when tasks that don't say were made: what {@code maxRuns} is counted from without a {@code startTime}
     */
    public static TaskFile read(String text, String namespace, Instant createdAt) {
        Sorting sorting = new Sorting(new TaskReader(namespace, createdAt));
        Documents.read(text, sorting);
        return new TaskFile(sorting.entries, sorting.passedOver);
    }

    public List<TaskEntry.Task> tasks() {
        return only(TaskEntry.Task.class);
    }

    public List<TaskEntry.Refused> refused() {
        return only(TaskEntry.Refused.class);
    }

    private <T> List<T> only(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Tells PeriodicTasks from what else a file holds, and opens lists such as those that kubectl prints. */
    private static final class Sorting implements Documents.Reader {
        private final List<TaskEntry> entries = new ArrayList<>();
        private final List<String> passedOver = new ArrayList<>();
        private final TaskReader reader;

        Sorting(TaskReader reader) {
            this.reader = reader;
        }

        @Override
        public void document(JsonNode document) {
            String version = document.path("apiVersion").asText();
            String kind = document.path("kind").asText();
            if (kind.endsWith("List") && document.path("items").isArray()) {
                document.path("items").forEach(this::document);
            } else if (kind.equals("PeriodicTask") && version.equals(API_VERSION)) {
                entries.add(reader.read(document));
            } else if (document.isObject()) {
                String name = document.at("/metadata/name").asText();
                passedOver.add((version + " " + kind + " " + name).strip());
            }
        }

        @Override
        public void broken(String sentence) {
            entries.add(new TaskEntry.Refused("a document", List.of(sentence)));
        }
    }
}
