// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** What the server itself writes into {@code metadata}, and when an object that is being deleted may go. */
final class Lifecycle {

    private static final Set<String> NOT_COUNTED = Set.of("metadata", "status", "apiVersion", "kind");
    private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX_LENGTH = 5;
    private static final int DEFAULT_POD_GRACE_SECONDS = 30;

    private Lifecycle() {}

    static void begin(ResourceType type, ObjectNode object, Instant now) {
        ObjectNode metadata = Metadata.of(object);
        if (Metadata.name(object).isEmpty() && metadata.hasNonNull("generateName")) {
            metadata.put("name", metadata.get("generateName").asText() + suffix());
        }
        metadata.put("uid", UUID.randomUUID().toString()).put("creationTimestamp", timestamp(now));
        metadata.remove("deletionTimestamp");
        metadata.remove("deletionGracePeriodSeconds");
        if (hasGeneration(type)) {
            metadata.put("generation", 1);
        }
        if (type.equals(BuiltIn.NAMESPACES)) {
            object.withObjectProperty("spec").putArray("finalizers").add("kubernetes");
            object.withObjectProperty("status").put("phase", "Active");
        }
    }

    /** Puts back what a writer may not change, and counts the generation. */
    static void carry(ResourceType type, ObjectNode current, ObjectNode proposed) {
        ObjectNode metadata = Metadata.of(proposed);
        for (String field : Set.of(
                "name",
                "namespace",
                "uid",
                "creationTimestamp",
                "generation",
                "generateName",
                "resourceVersion",
                "deletionTimestamp",
                "deletionGracePeriodSeconds")) {
            JsonNode kept = current.path("metadata").get(field);
            if (kept == null) {
                metadata.remove(field);
            } else {
                metadata.set(field, kept);
            }
        }
        if (hasGeneration(type) && !wished(current).equals(wished(proposed))) {
            metadata.put(
                    "generation", current.path("metadata").path("generation").asLong(0) + 1);
        }
    }

    /** Marks the object as going; a second, shorter grace period wins. */
    static void beginDeletion(ResourceType type, ObjectNode object, DeleteOptions options, Instant now) {
        ObjectNode metadata = Metadata.of(object);
        long grace = type.equals(BuiltIn.PODS) ? podGrace(object, options) : 0;
        if (!Metadata.isDeleting(object)
                || grace < metadata.path("deletionGracePeriodSeconds").asLong()) {
            metadata.put("deletionTimestamp", timestamp(now.plusSeconds(grace)));
            metadata.put("deletionGracePeriodSeconds", grace);
        }
        if (type.equals(BuiltIn.NAMESPACES)) {
            object.withObjectProperty("status").put("phase", "Terminating");
        }
        switch (options.propagation()) {
            case ORPHAN -> addFinalizer(metadata, "orphan");
            case FOREGROUND -> addFinalizer(metadata, "foregroundDeletion");
            case BACKGROUND -> {}
        }
    }

    /** Nothing holds it any more: no finalizer, and for a pod no process. */
    static boolean mayGo(ResourceType type, ObjectNode object) {
        return Metadata.isDeleting(object)
                && object.path("metadata").path("deletionGracePeriodSeconds").asLong() == 0
                && Metadata.finalizers(object).isEmpty()
                && !(type.equals(BuiltIn.NAMESPACES)
                        && !object.path("spec").path("finalizers").isEmpty());
    }

    private static String suffix() {
        return ThreadLocalRandom.current()
                .ints(SUFFIX_LENGTH, 0, SUFFIX_LETTERS.length())
                .mapToObj(i -> SUFFIX_LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    static String timestamp(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static long podGrace(ObjectNode pod, DeleteOptions options) {
        JsonNode spec = pod.path("spec");
        String phase = pod.path("status").path("phase").asText();
        if (!spec.hasNonNull("nodeName") || phase.equals("Succeeded") || phase.equals("Failed")) {
            return 0;
        }
        return options.gracePeriodSeconds()
                .orElse(spec.path("terminationGracePeriodSeconds").asInt(DEFAULT_POD_GRACE_SECONDS));
    }

    private static void addFinalizer(ObjectNode metadata, String finalizer) {
        for (JsonNode present : metadata.path("finalizers")) {
            if (present.asText().equals(finalizer)) {
                return;
            }
        }
        metadata.withArrayProperty("finalizers").add(finalizer);
    }

    private static boolean hasGeneration(ResourceType type) {
        return type.has("status") || !BuiltIn.ALL.contains(type);
    }

    private static ObjectNode wished(ObjectNode object) {
        return object.deepCopy().remove(NOT_COUNTED);
    }
}
