// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drumline.crds.periodictask.PeriodicTaskSpec;
import dev.drumline.crds.periodictask.ScheduleSpecs;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes of a PeriodicTask's document its schedule, or says why it is refused. */
final class TaskReader {
    private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Set<String> METADATA = Set.of(
            "name",
            "generateName",
            "namespace",
            "labels",
            "annotations",
            "finalizers",
            "ownerReferences",
            "managedFields",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "selfLink");

    private final String namespace;
    private final Instant createdAt;

    TaskReader(String namespace, Instant createdAt) {
        this.namespace = namespace;
        this.createdAt = createdAt;
    }

    TaskEntry read(JsonNode document) {
        JsonNode metadata = document.path("metadata");
        TaskName name = new TaskName(text(metadata, "namespace", namespace), text(metadata, "name", ""));
        try {
            check(document, name);
            PeriodicTaskSpec spec = StrictSpec.read(spec(document));
            String made = text(metadata, "creationTimestamp", createdAt.toString());
            ScheduleSpec schedule = ScheduleSpecs.of(spec, made);
            return new TaskEntry.Task(name, schedule, Schedules.parse(schedule, name.toString()), spec.suspend());
        } catch (RefusedException e) {
            return new TaskEntry.Refused(name.name().isEmpty() ? "a PeriodicTask" : name.toString(), e.sentences());
        } catch (ScheduleException e) {
            return new TaskEntry.Refused(name.toString(), List.of(e.path() + ": " + e.getMessage()));
        }
    }

    private static void check(JsonNode document, TaskName name) {
        List<String> sentences = new ArrayList<>();
        findUnknown(document, TOP, "", sentences);
        findUnknown(document.path("metadata"), METADATA, "metadata.", sentences);
        if (name.name().isEmpty()) {
            sentences.add("metadata.name: is needed, since the phase follows from it");
        }
        if (!sentences.isEmpty()) {
            throw new RefusedException(sentences);
        }
    }

    private static void findUnknown(JsonNode object, Set<String> known, String path, List<String> sentences) {
        object.properties().stream()
                .map(field -> field.getKey())
                .filter(field -> !known.contains(field))
                .forEach(field -> sentences.add("unknown field \"" + path + field + '"'));
    }

    private static JsonNode spec(JsonNode document) {
        JsonNode spec = document.path("spec");
        return spec.isMissingNode() || spec.isNull() ? JsonNodeFactory.instance.objectNode() : spec;
    }

    /** A field that is missing, null or empty is as good as not there. */
    private static String text(JsonNode object, String field, String otherwise) {
        String text = object.path(field).isNull() ? "" : object.path(field).asText("");
        return text.isEmpty() ? otherwise : text;
    }
}
