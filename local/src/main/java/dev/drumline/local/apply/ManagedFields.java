// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.Metadata;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keeps {@code metadata.managedFields} true after a write that was no apply. */
public final class ManagedFields {

    private final List<ManagedEntry> entries = new ArrayList<>();

    private ManagedFields(JsonNode object) {
        object.path("metadata").path("managedFields").forEach(e -> entries.add(ManagedEntry.parse(e)));
    }

    static ManagedFields of(JsonNode object) {
        return new ManagedFields(object);
    }

    /**
     * Gives the writer the fields that differ between the two states, and takes removed ones from everybody.
     *
     * @param current null when the object is new
     * @param proposed gets the new {@code managedFields}; entries that the writer put there itself are respected
     */
    public static void recordUpdate(JsonNode current, ObjectNode proposed, Writer writer, Instant now) {
        boolean dropped = current != null && !proposed.path("metadata").has("managedFields");
        ManagedFields managed = of(dropped ? current : proposed);
        Map<FieldPath, JsonNode> before = current == null ? Map.of() : managed.values(current, writer);
        Map<FieldPath, JsonNode> after = managed.values(proposed, writer);
        List<FieldPath> changed = after.keySet().stream()
                .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                .toList();
        List<FieldPath> removed = before.keySet().stream()
                .filter(path -> !after.containsKey(path))
                .toList();
        managed.forget(removed);
        if (!changed.isEmpty()) {
            managed.forget(changed);
            ManagedEntry mine = managed.entry(writer, ManagedEntry.UPDATE);
            mine.fields().addAll(changed);
            mine.touch(now.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        managed.writeTo(proposed);
    }

    List<ManagedEntry> entries() {
        return entries;
    }

    /** Whether anybody manages the place or something inside it. */
    boolean manages(FieldPath path) {
        return entries.stream().flatMap(e -> e.fields().stream()).anyMatch(field -> field.startsWith(path));
    }

    ManagedEntry entry(Writer writer, String operation) {
        for (ManagedEntry entry : entries) {
            if (entry.isOf(writer, operation)) {
                return entry;
            }
        }
        ManagedEntry entry = ManagedEntry.of(writer, operation);
        entries.add(entry);
        return entry;
    }

    void writeTo(ObjectNode object) {
        entries.removeIf(e -> e.fields().isEmpty());
        ObjectNode metadata = Metadata.of(object);
        if (entries.isEmpty()) {
            metadata.remove("managedFields");
            return;
        }
        ArrayNode wire = metadata.putArray("managedFields");
        entries.forEach(e -> wire.add(e.toJson()));
    }

    private void forget(Collection<FieldPath> paths) {
        entries.forEach(e -> e.fields().removeAll(paths));
    }

    private Map<FieldPath, JsonNode> values(JsonNode object, Writer writer) {
        return FieldValues.of(object, writer.schema(), writer.part(), writer.separateStatus());
    }
}
