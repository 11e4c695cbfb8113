// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file that a container's output goes to. The process appends to it by itself, so that no output is lost when the
 * village dies; it is bounded by copying it to {@code .1} and emptying it.
 */
public record ContainerLog(Path file) {

    /** Bytes after which the file is put aside. */
    private static final long LIMIT = 16L << 20;

    public static ContainerLog of(Path logs, String namespace, String pod, String container) {
        return new ContainerLog(logs.resolve(namespace + "_" + pod + "_" + container + ".log"));
    }

    public Path previous() {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    /** Puts the file aside if it has grown too long. */
    public void bound() throws IOException {
        bound(LIMIT);
    }

    void bound(long limit) throws IOException {
        try {
            if (Files.size(file) < limit) {
                return;
            }
        } catch (NoSuchFileException absent) {
            return;
        }
        Files.copy(file, previous(), StandardCopyOption.REPLACE_EXISTING);
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                .close();
    }
}
