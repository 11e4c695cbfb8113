// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.crdv2.generator.CRDGenerator.CRDOutput;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/** Keeps what the generator prints. */
final class InMemoryOutput implements CRDOutput<ByteArrayOutputStream> {
    private final Map<String, ByteArrayOutputStream> streams = new HashMap<>();

    @Override
    public ByteArrayOutputStream outputFor(String crdName) {
        return streams.computeIfAbsent(crdName, name -> new ByteArrayOutputStream());
    }

    @Override
    public void close() {}

    Map<String, String> files() {
        var files = new HashMap<String, String>();
        streams.forEach((name, stream) -> files.put(name, stream.toString(UTF_8)));
        return files;
    }
}
