// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Selector;
import dev.drumline.local.store.Watch;
import dev.drumline.local.store.WatchEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A watch over HTTP: one JSON object a line, until the client or its timeout ends it. */
final class WatchStream implements Answer.Source {

    private static final Duration BOOKMARK_EVERY = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final ObjectStore store;
    private final Tables tables;
    private final Target target;
    private final ApiRequest request;
    private final Selector selector;
    private final Watch watch;

    /** @throws ApiException EXPIRED when the wanted version is forgotten */
    WatchStream(ObjectStore store, Tables tables, Target target, ApiRequest request, Selector selector) {
        this.store = store;
        this.tables = tables;
        this.target = target;
        this.request = request;
        this.selector = selector;
        this.watch = store.watch(target.stored(), target.namespace(), version(request));
    }

    @Override
    public void copy(OutputStream out) throws IOException, InterruptedException {
        long end = System.nanoTime() + timeout().toNanos();
        // The client must see the answer begin even when nothing happens for long.
        out.flush();
        boolean initial = request.flag("sendInitialEvents");
        try (watch) {
            while (System.nanoTime() < end) {
                long upTo = store.resourceVersion();
                Duration wait = initial ? Duration.ZERO : BOOKMARK_EVERY;
                Optional<WatchEvent> event = watch.next(wait);
                if (event.isPresent()) {
                    send(out, event.get());
                } else if (request.flag("allowWatchBookmarks")) {
                    line(out, "BOOKMARK", bookmark(upTo, initial));
                    initial = false;
                }
            }
        } catch (ApiException e) {
            line(out, "ERROR", e.status());
        }
    }

    private void send(OutputStream out, WatchEvent event) throws IOException {
        ObjectNode object = EventView.show(target.type(), event.object());
        boolean selected = event.type() != WatchEvent.Type.DELETED && selector.test(object);
        boolean before = event.previous() != null && selector.test(EventView.show(target.type(), event.previous()));
        if (selected) {
            line(out, before ? "MODIFIED" : "ADDED", rendered(object));
        } else if (before) {
            line(out, "DELETED", rendered(object));
        }
    }

    private ObjectNode rendered(ObjectNode object) {
        if (request.wants("Table")) {
            return tables.of(target.type(), List.of(object), request.parameter("includeObject"));
        }
        return request.wants("PartialObjectMetadata") ? Reads.metadataOnly(object) : object;
    }

    private ObjectNode bookmark(long version, boolean endsInitialEvents) {
        ObjectNode object =
                Trees.object(target.type().apiVersion(), target.type().kind());
        ObjectNode metadata = object.putObject("metadata").put("resourceVersion", Long.toString(version));
        metadata.putNull("creationTimestamp");
        if (endsInitialEvents) {
            metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
        }
        return object;
    }

    private Duration timeout() {
        String seconds = request.parameter("timeoutSeconds");
        return seconds.isEmpty() ? LONGEST : Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static void line(OutputStream out, String type, JsonNode object) throws IOException {
        ObjectNode event = Trees.object().put("type", type);
        event.set("object", object);
        out.write(Trees.bytes(event));
        out.write('\n');
        out.flush();
    }

    private static long version(ApiRequest request) {
        String version = request.parameter("resourceVersion");
        try {
            return version.isEmpty() ? 0 : Long.parseLong(version);
        } catch (NumberFormatException e) {
            throw ApiException.badRequest("Invalid value: \"%s\": resourceVersion".formatted(version));
        }
    }
}
