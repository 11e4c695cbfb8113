// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.image;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The images that the village knows, by name without registry default and tag. */
public final class ImageCatalog {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Map<String, Image> images;

    public ImageCatalog(Map<String, Image> images) {
        this.images = Map.copyOf(images);
    }

    /** The catalog of {@code images.yaml}, its {@code ${…}} still to be filled per pod. */
    public static ImageCatalog builtIn() {
        try (InputStream in = ImageCatalog.class.getResourceAsStream("images.yaml")) {
            return new ImageCatalog(YAML.readValue(in, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The image that a pod's reference such as {@code library/redis:7@sha256:…} means here. */
    public Optional<Image> find(String reference) {
        return Optional.ofNullable(images.get(nameOf(reference)));
    }

    public SortedSet<String> names() {
        return new TreeSet<>(images.keySet());
    }

    static String nameOf(String reference) {
        String name = reference.replaceFirst("@.*$", "").replaceFirst(":[^:/]*$", "");
        return name.replaceFirst("^library/", "");
    }
}
