// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drumline.crds.Api;
import dev.drumline.crds.periodictask.PeriodicTaskSpec;
import dev.drumline.crds.periodictask.ScheduleSpecs;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The PeriodicTasks of a file, judged by the rules that the operator has for schedules.
 *
 * @param passedOver documents of other kinds, each as kind and name
 */
public record TaskFile(List<TaskEntry> entries, List<String> passedOver) {
    private static final String API_VERSION = Api.GROUP + "/" + Api.VERSION;
    private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec", "status");

    /**
     * @param namespace of tasks that name none
     * @param createdAt when tasks that don't say were made: what {@code maxRuns} is counted from without a {@code startTime}
     */
    public static TaskFile read(String text, String namespace, Instant createdAt) {
        TaskFile file = new TaskFile(new ArrayList<>(), new ArrayList<>());
        Documents.read(text, new Documents.Reader() {
            @Override
            public void document(JsonNode content) {
                file.add(content, namespace, createdAt);
            }

            @Override
            public void broken(String sentence) {
                file.entries.add(new TaskEntry.Refused("a document", List.of(sentence)));
            }
        });
        return file;
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

    private void add(JsonNode document, String namespace, Instant createdAt) {
        String kind = document.path("kind").asText();
        if (kind.endsWith("List") && document.path("items").isArray()) {
            document.path("items").forEach(item -> add(item, namespace, createdAt));
        } else if (kind.equals("PeriodicTask")
                && document.path("apiVersion").asText().equals(API_VERSION)) {
            entries.add(entry(document, namespace, createdAt));
        } else if (document.isObject()) {
            passedOver.add((document.path("apiVersion").asText() + " " + kind + " "
                            + document.at("/metadata/name").asText())
                    .strip());
        }
    }

    private static TaskEntry entry(JsonNode document, String namespace, Instant createdAt) {
        JsonNode metadata = document.path("metadata");
        TaskName name = new TaskName(
                metadata.path("namespace").asText(namespace),
                metadata.path("name").asText());
        try {
            checkTop(document, name);
            PeriodicTaskSpec spec = StrictSpec.read(specOf(document));
            ScheduleSpec schedule = ScheduleSpecs.of(spec, madeAt(metadata, createdAt));
            return new TaskEntry.Task(name, schedule, Schedules.parse(schedule, name.toString()), spec.suspend());
        } catch (RefusedException e) {
            return new TaskEntry.Refused(name.name().isEmpty() ? "a PeriodicTask" : name.toString(), e.sentences());
        } catch (ScheduleException e) {
            return new TaskEntry.Refused(name.toString(), List.of(e.path() + ": " + e.getMessage()));
        }
    }

    private static void checkTop(JsonNode document, TaskName name) {
        List<String> sentences = new ArrayList<>();
        document.fieldNames().forEachRemaining(field -> {
            if (!TOP.contains(field)) {
                sentences.add("unknown field \"" + field + "\"");
            }
        });
        if (name.name().isEmpty()) {
            sentences.add("metadata.name: is needed, since the phase follows from it");
        }
        if (!sentences.isEmpty()) {
            throw new RefusedException(sentences);
        }
    }

    private static JsonNode specOf(JsonNode document) {
        JsonNode spec = document.path("spec");
        return spec.isMissingNode() || spec.isNull() ? JsonNodeFactory.instance.objectNode() : spec;
    }

    private static String madeAt(JsonNode metadata, Instant otherwise) {
        String made = metadata.path("creationTimestamp").asText("");
        return made.isEmpty() || made.equals("null") ? otherwise.toString() : made;
    }
}
