// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.testing;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads and writes the YAML that tests are told in. */
public final class Yaml {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private Yaml() {}

    public static <T> T read(String yaml, Class<T> type) {
        return SERIALIZATION.unmarshal(yaml, type);
    }

    public static String write(Object value) {
        return SERIALIZATION.asYaml(value);
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document of this kind in a file of one or more. */
    public static String document(Path file, String kind) {
        return Stream.of(text(file).split("(?m)^---$"))
                .filter(document -> document.lines().anyMatch(("kind: " + kind)::equals))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + kind + " in " + file));
    }

    /** All files under a folder whose parent folder has this name, in a fixed order. */
    public static List<Path> files(Path root, String folder) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> file.getParent().endsWith(folder))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
