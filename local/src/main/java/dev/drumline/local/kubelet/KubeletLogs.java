// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.api.LogQuery;
import dev.drumline.local.api.PodLogs;
import dev.drumline.local.kubelet.process.ContainerLog;
import dev.drumline.local.store.Metadata;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What containers printed, from their files: all lives of a container in one, the earlier ones first. */
public record KubeletLogs(Path logs) implements PodLogs {

    private static final Duration PAUSE = Duration.ofMillis(300);

    @Override
    public void copy(ObjectNode pod, LogQuery query, OutputStream out) throws IOException, InterruptedException {
        String container =
                query.container().isEmpty() ? pod.at("/spec/containers/0/name").asText() : query.container();
        Path file = ContainerLog.of(logs, Metadata.namespace(pod), Metadata.name(pod), container)
                .file();
        long position = Files.exists(file) ? copyEnd(file, query, out) : 0;
        while (query.follow()) {
            out.flush();
            Thread.sleep(PAUSE);
            position = copyFrom(file, position, out);
        }
    }

    private static long copyEnd(Path file, LogQuery query, OutputStream out) throws IOException {
        if (query.tailLines().isEmpty()) {
            return copyFrom(file, 0, out);
        }
        byte[] content = Files.readAllBytes(file);
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        int first = Math.max(0, lines.size() - query.tailLines().getAsInt());
        for (String line : lines.subList(first, lines.size())) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return content.length;
    }

    private static long copyFrom(Path file, long position, OutputStream out) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (var in = Files.newInputStream(file)) {
            long begin = Files.size(file) < position ? 0 : position;
            in.skipNBytes(begin);
            return begin + in.transferTo(out);
        }
    }
}
