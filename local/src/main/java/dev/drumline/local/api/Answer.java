// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the server says to one request. */
sealed interface Answer {

    static Answer ok(JsonNode body) {
        return new Body(200, body, List.of());
    }

    static Answer created(JsonNode body) {
        return new Body(201, body, List.of());
    }

    static Answer text(String text) {
        return new Raw("text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param warnings for the person in front of kubectl */
    record Body(int code, JsonNode json, List<String> warnings) implements Answer {}

    record Stream(String contentType, Source source) implements Answer {}

    record Raw(String contentType, byte[] bytes) implements Answer {}

    /** 200 with nothing: tells fabric8 that there is no WebSocket here, so that it watches over HTTP. */
    record NoWebSocket() implements Answer {}

    /** Writes until there is no more, or the reader is gone. */
    @FunctionalInterface
    interface Source {
        void copy(OutputStream out) throws IOException, InterruptedException;
    }
}
