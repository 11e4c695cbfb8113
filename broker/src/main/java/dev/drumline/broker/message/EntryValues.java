// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/**
 * An entry's arguments as they stand in its messages, one value behind the other in a single array, since there may be millions
 * of them.
 *
 * @param bytes the values of {@link Slot#BODY}, {@link Slot#ARGS_REPR} and {@link Slot#KWARGS_REPR}
 * @param argsAt where the second begins, {@code kwargsAt} the third
 */
record EntryValues(byte[] bytes, int argsAt, int kwargsAt) {

    static EntryValues of(TaskCall call) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        bytes.writeBytes(body(call));
        int argsAt = bytes.size();
        bytes.writeBytes(Json.escaped(PythonRepr.ofArgs(call.args())));
        int kwargsAt = bytes.size();
        bytes.writeBytes(Json.escaped(PythonRepr.ofKwargs(call.kwargs())));
        return new EntryValues(bytes.toByteArray(), argsAt, kwargsAt);
    }

    private static byte[] body(TaskCall call) {
        String embed = "{\"callbacks\":null,\"errbacks\":null,\"chain\":null,\"chord\":null}";
        String body = "[" + Json.write(call.args()) + "," + Json.write(call.kwargs()) + "," + embed + "]";
        return Base64.getEncoder().encode(body.getBytes(UTF_8));
    }

    int begin(Slot slot) {
        return switch (slot) {
            case ARGS_REPR -> argsAt;
            case KWARGS_REPR -> kwargsAt;
            default -> 0;
        };
    }

    int end(Slot slot) {
        return switch (slot) {
            case BODY -> argsAt;
            case ARGS_REPR -> kwargsAt;
            default -> bytes.length;
        };
    }
}
