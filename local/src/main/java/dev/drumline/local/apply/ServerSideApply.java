// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.Cause;
import dev.drumline.local.store.Metadata;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Server-side apply: a manager states all the fields that it wants. Fields it stated before and no longer does are
 * removed, unless others manage them too; fields that others manage with another value are conflicts, unless forced.
 */
public final class ServerSideApply {

    private final Writer writer;
    private final Instant now;

    public ServerSideApply(Writer writer, Instant now) {
        this.writer = writer;
        this.now = now;
    }

    /**
     * @param live the stored object; for a new one, an object with nothing but its identity
     * @return the object to store, with its {@code managedFields}
     * @throws ApiException CONFLICT with a cause per field
     */
    public ObjectNode apply(ObjectNode live, ObjectNode wanted, boolean force) {
        ObjectNode config = wanted.deepCopy();
        if (writer.separateStatus() && !writer.subresource().equals("status")) {
            config.remove("status");
        }
        ManagedFields managed = ManagedFields.of(live);
        Map<FieldPath, JsonNode> stated = values(config);
        takeOver(managed, stated, values(live), force);

        ManagedEntry mine = managed.entry(writer, ManagedEntry.APPLY);
        Set<FieldPath> given = new HashSet<>(mine.fields());
        given.removeAll(stated.keySet());
        boolean sameFields = mine.fields().equals(stated.keySet());
        mine.fields().clear();
        mine.fields().addAll(stated.keySet());
        given.removeIf(path -> managed.manages(path));

        ObjectNode merged = (ObjectNode) merge(live.deepCopy(), config, writer.schema());
        given.forEach(path -> path.removeFrom(merged));
        restoreIdentity(live, config, merged);
        if (!sameFields || !values(merged).equals(values(live))) {
            mine.touch(now.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        managed.writeTo(merged);
        return merged;
    }

    private Map<FieldPath, JsonNode> values(JsonNode object) {
        return FieldValues.of(object, writer.schema(), writer.part(), writer.separateStatus());
    }

    private void takeOver(
            ManagedFields managed, Map<FieldPath, JsonNode> stated, Map<FieldPath, JsonNode> live, boolean force) {
        List<Cause> causes = new ArrayList<>();
        for (ManagedEntry other : managed.entries()) {
            if (other.isOf(writer, ManagedEntry.APPLY)) {
                continue;
            }
            Set<FieldPath> contested = other.fields().stream()
                    .filter(path -> stated.containsKey(path) && !Objects.equals(stated.get(path), live.get(path)))
                    .collect(Collectors.toSet());
            if (force) {
                other.fields().removeAll(contested);
            } else {
                contested.forEach(path -> causes.add(
                        new Cause("FieldManagerConflict", path.toString(), "conflict with " + other.describe())));
            }
        }
        if (!causes.isEmpty()) {
            throw ApiException.applyConflict(describe(causes), causes);
        }
    }

    private static String describe(List<Cause> causes) {
        String noun = causes.size() == 1 ? "conflict" : "conflicts";
        Map<String, List<String>> byManager = causes.stream()
                .collect(Collectors.groupingBy(Cause::message, Collectors.mapping(Cause::field, Collectors.toList())));
        String which = byManager.entrySet().stream()
                .map(e -> e.getValue().size() == 1
                        ? e.getKey() + ": " + e.getValue().getFirst()
                        : e.getKey().replaceFirst("conflict", "conflicts") + ":\n- "
                                + String.join("\n- ", e.getValue()))
                .collect(Collectors.joining("\n"));
        return "Apply failed with %d %s: %s".formatted(causes.size(), noun, which);
    }

    private static void restoreIdentity(ObjectNode live, ObjectNode config, ObjectNode merged) {
        ObjectNode metadata = Metadata.of(merged);
        for (String field : List.of("uid", "resourceVersion")) {
            // A stated version is a precondition; of a new object there is none to compare with.
            JsonNode stated = live.path("metadata").has(field)
                    ? config.path("metadata").path(field)
                    : JsonNodeFactory.instance.missingNode();
            if (stated.isTextual()) {
                metadata.set(field, stated);
            } else {
                metadata.remove(field);
            }
        }
    }

    private static JsonNode merge(JsonNode live, JsonNode config, MergeSchema schema) {
        if (live instanceof ObjectNode into && config.isObject() && !schema.atomic()) {
            config.properties().forEach(e -> {
                JsonNode before = into.get(e.getKey());
                into.set(
                        e.getKey(),
                        before == null ? e.getValue() : merge(before, e.getValue(), schema.field(e.getKey())));
            });
            return into;
        }
        if (live instanceof ArrayNode into && config.isArray() && schema.listKind() != MergeSchema.ListKind.ATOMIC) {
            config.forEach(element -> mergeElement(into, element, schema));
            return into;
        }
        return config;
    }

    private static void mergeElement(ArrayNode into, JsonNode element, MergeSchema schema) {
        boolean isSet = schema.listKind() == MergeSchema.ListKind.SET;
        JsonNode identity = isSet ? element : Keys.of(element, schema.keys());
        for (int i = 0; i < into.size(); i++) {
            JsonNode present = into.get(i);
            if (isSet ? present.equals(identity) : Keys.match(present, identity)) {
                into.set(i, isSet ? present : merge(present, element, schema.element()));
                return;
            }
        }
        into.add(element);
    }
}
