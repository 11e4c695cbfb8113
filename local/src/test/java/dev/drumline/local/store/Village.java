// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;

/** A store with the namespace {@code default}, at a fixed time. */
public final class Village {

    public static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Village() {}

    public static ObjectStore store() {
        return store(Admission.NONE);
    }

    public static ObjectStore store(Admission admission) {
        ObjectStore store = new ObjectStore(new ResourceTypes(), InstantSource.fixed(NOW), admission);
        store.create(BuiltIn.NAMESPACES, object("metadata: {name: default}"));
        return store;
    }

    public static ObjectNode object(String yaml) {
        try {
            return (ObjectNode) YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
