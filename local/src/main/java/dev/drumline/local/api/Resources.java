// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The verbs on objects, collections and subresources. */
final class Resources {

    private final ObjectStore store;
    private final Tables tables;
    private final Reads reads;
    private final Writes writes;
    private final Scales scales;
    private final PodLogs logs;

    Resources(ObjectStore store, Tables tables, Reads reads, Writes writes, Scales scales, PodLogs logs) {
        this.store = store;
        this.tables = tables;
        this.reads = reads;
        this.writes = writes;
        this.scales = scales;
        this.logs = logs;
    }

    Answer answer(Target target, ApiRequest request) {
        if (target.isCollection()) {
            return collection(target, request);
        }
        return switch (target.subresource()) {
            case "", "status" -> object(target, request);
            case "finalize" -> writes.finalizeNamespace(target, request);
            case "scale" -> scales.answer(target, request);
            case "log" -> log(target, request);
            default -> throw new ApiException(Reason.NOT_FOUND, "the server could not find the requested resource");
        };
    }

    private Answer collection(Target target, ApiRequest request) {
        return switch (request.method()) {
            case "GET" -> request.flag("watch") ? watch(target, request) : reads.list(target, request);
            case "POST" -> writes.create(target, request);
            case "DELETE" -> writes.deleteCollection(target, request, reads.selector(target, request));
            default -> throw notAllowed();
        };
    }

    private Answer object(Target target, ApiRequest request) {
        if (target.subresource().equals("status") && !target.type().has("status")) {
            throw new ApiException(Reason.NOT_FOUND, "the server could not find the requested resource");
        }
        return switch (request.method()) {
            case "GET" -> request.flag("watch") ? watchOne(target, request) : reads.get(target, request);
            case "PUT" -> writes.update(target, request);
            case "PATCH" -> writes.patch(target, request);
            case "DELETE" -> writes.delete(target, request);
            default -> throw notAllowed();
        };
    }

    private Answer watch(Target target, ApiRequest request) {
        return new Answer.Stream(
                "application/json", new WatchStream(store, tables, target, request, reads.selector(target, request)));
    }

    private Answer watchOne(Target target, ApiRequest request) {
        Map<String, String> query = new HashMap<>(request.query());
        query.put("fieldSelector", "metadata.name=" + target.name());
        Target collection = new Target(target.type(), target.namespace(), "", "");
        return watch(
                collection, new ApiRequest(request.method(), request.path(), query, request.headers(), request.body()));
    }

    private Answer log(Target target, ApiRequest request) {
        if (!target.type().equals(BuiltIn.PODS)) {
            throw new ApiException(Reason.NOT_FOUND, "the server could not find the requested resource");
        }
        var pod = reads.stored(target);
        String tail = request.parameter("tailLines");
        LogQuery query = new LogQuery(
                request.parameter("container"),
                request.flag("follow"),
                request.flag("previous"),
                tail.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(tail)));
        return new Answer.Stream("text/plain", out -> logs.copy(pod, query, out));
    }

    private static ApiException notAllowed() {
        return new ApiException(
                Reason.METHOD_NOT_ALLOWED, "the server does not allow this method on the requested resource");
    }
}
