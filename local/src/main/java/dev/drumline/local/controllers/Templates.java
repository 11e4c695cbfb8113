// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.Metadata;

/** How a Deployment's template becomes a ReplicaSet, and how the two are recognised as one. */
final class Templates {

    private static final String HASH = "pod-template-hash";
    private static final String REVISION = "deployment.kubernetes.io/revision";

    private Templates() {}

    static ObjectNode newReplicaSet(ObjectNode deployment) {
        JsonNode spec = deployment.path("spec");
        String hash = hash(spec.path("template"));
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = set.putObject("metadata");
        metadata.put("name", Metadata.name(deployment) + "-" + hash).put("namespace", Metadata.namespace(deployment));
        ObjectNode wanted = set.putObject("spec").put("replicas", 0);
        wanted.put("minReadySeconds", spec.path("minReadySeconds").asInt(0));
        wanted.set("selector", spec.path("selector").deepCopy());
        wanted.set("template", spec.path("template").deepCopy());
        wanted.withObjectProperty("selector").withObjectProperty("matchLabels").put(HASH, hash);
        ObjectNode labels = wanted.withObjectProperty("template")
                .withObjectProperty("metadata")
                .withObjectProperty("labels")
                .put(HASH, hash);
        metadata.set("labels", labels.deepCopy());
        Owned.refer(set, deployment);
        return set;
    }

    static boolean isOf(ObjectNode replicaSet, ObjectNode deployment) {
        ObjectNode template = replicaSet.path("spec").path("template").deepCopy();
        template.withObjectProperty("metadata").withObjectProperty("labels").remove(HASH);
        return template.equals(deployment.path("spec").path("template"));
    }

    static int revision(JsonNode object) {
        return Integer.parseInt(Metadata.annotations(object).getOrDefault(REVISION, "0"));
    }

    static void setRevision(ObjectNode object, int revision) {
        Metadata.of(object).withObjectProperty("annotations").put(REVISION, Integer.toString(revision));
    }

    /** Order of fields does not matter: equal templates have equal hashes. */
    private static String hash(JsonNode template) {
        return Integer.toUnsignedString(template.hashCode(), 36);
    }
}
