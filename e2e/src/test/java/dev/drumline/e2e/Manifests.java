// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Kubernetes manifests as trees. */
public final class Manifests {

    private static final YAMLMapper YAML = new YAMLMapper();

    private Manifests() {}

    /** The objects of all documents of a text, in order, those of a List one by one; empty documents are left out. */
    public static List<JsonNode> parse(String text) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return documents.readAll().stream()
                    .filter(JsonNode::isObject)
                    .flatMap(Manifests::items)
                    .toList();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** {@link #parse} of every YAML file right in a folder, by file name, as {@code kubectl apply -f} takes them. */
    public static List<JsonNode> inFolder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> parse(read(file)).stream())
                    .toList();
        }
    }

    private static Stream<JsonNode> items(JsonNode manifest) {
        return manifest.path("kind").asText().equals("List")
                ? manifest.get("items").valueStream()
                : Stream.of(manifest);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
