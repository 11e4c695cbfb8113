// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Objects from files: several documents per file, Lists opened, a folder's files by name. */
public final class Manifests {

    private static final YAMLFactory FACTORY = new YAMLFactory();
    private static final ObjectMapper YAML = new ObjectMapper(FACTORY);

    private Manifests() {}

    /** @param place a file, a folder, or {@code -} for standard input */
    public static List<JsonNode> read(Path place) throws IOException {
        if (place.toString().equals("-")) {
            return read(System.in);
        }
        List<JsonNode> objects = new ArrayList<>();
        for (Path file : files(place)) {
            try (InputStream in = Files.newInputStream(file)) {
                objects.addAll(read(in));
            }
        }
        return objects;
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new NoSuchFileException("the path \"" + place + "\" does not exist");
        }
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        }
    }

    private static List<JsonNode> read(InputStream in) throws IOException {
        byte[] text = in.readAllBytes();
        refuseAliases(text);
        List<JsonNode> objects = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(text)) {
            while (documents.hasNextValue()) {
                JsonNode document = documents.nextValue();
                if (document.path("kind").asText().equals("List")) {
                    document.path("items").forEach(objects::add);
                } else if (document.isObject()) {
                    objects.add(document);
                }
            }
        }
        return objects;
    }

    /** The reader would take an alias for a text, and something else would be applied than was meant. */
    private static void refuseAliases(byte[] text) throws IOException {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    throw new IOException("YAML aliases such as *" + parser.getText()
                            + " are not read here; write the value out, or use kubectl");
                }
            }
        }
    }
}
