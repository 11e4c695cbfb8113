// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.handler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A user's own handlers: the jars of one folder, seen by one class loader above the worker's own. */
public final class HandlerJars {

    private HandlerJars() {}

    /**
     * A class loader over the jars of a folder.
     *
     * @throws UncheckedIOException if the folder can't be read
     */
    public static ClassLoader in(Path folder, ClassLoader parent) {
        return new URLClassLoader("handlers", urls(jars(folder)), parent);
    }

    private static List<Path> jars(Path folder) {
        // A mounted ConfigMap holds each file as a link, and more links beside them that are folders.
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("handlers folder " + folder + " can't be read", e);
        }
    }

    private static URL[] urls(List<Path> jars) {
        return jars.stream().map(HandlerJars::url).toArray(URL[]::new);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a file: " + jar, e);
        }
    }
}
