// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.WatchEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A hosts file per namespace, kept in step with Services and pods. */
public final class HostsFiles {

    private final ObjectStore store;
    private final Path folder;
    private final Map<String, List<String>> written = new HashMap<>();

    public HostsFiles(ObjectStore store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    public Path of(String namespace) {
        return folder.resolve(namespace);
    }

    /** Calls back, inside the store's change, whenever {@link #write} may have something to do. */
    public void onChange(Runnable changed) {
        for (var type : List.of(BuiltIn.PODS, BuiltIn.SERVICES, BuiltIn.NAMESPACES)) {
            store.listen(type, (WatchEvent event) -> changed.run());
        }
    }

    /** Brings the files in step; those that are stay untouched. */
    public synchronized void write() throws IOException {
        List<ObjectNode> services = store.list(BuiltIn.SERVICES, "").items();
        List<ObjectNode> pods = store.list(BuiltIn.PODS, "").items();
        for (ObjectNode namespace : store.list(BuiltIn.NAMESPACES, "").items()) {
            String name = Metadata.name(namespace);
            List<String> lines = ServiceNames.lines(name, services, pods);
            if (!lines.equals(written.put(name, lines))) {
                replace(of(name), lines);
            }
        }
    }

    private static void replace(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next, lines);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
