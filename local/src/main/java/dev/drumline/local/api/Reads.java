// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.FieldSelector;
import dev.drumline.local.store.LabelSelector;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectList;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.ResourceType;
import dev.drumline.local.store.Selector;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Gets and lists, as objects, as tables or as metadata alone. */
final class Reads {

    private final ObjectStore store;
    private final Kinds kinds;
    private final Tables tables;

    Reads(ObjectStore store, Kinds kinds, Tables tables) {
        this.store = store;
        this.kinds = kinds;
        this.tables = tables;
    }

    Answer get(Target target, ApiRequest request) {
        ObjectNode object = stored(target);
        if (request.wants("Table")) {
            return Answer.ok(tables.of(target.type(), List.of(object), request.parameter("includeObject")));
        }
        return Answer.ok(request.wants("PartialObjectMetadata") ? metadataOnly(object) : object);
    }

    ObjectNode stored(Target target) {
        return store.find(target.stored(), target.namespace(), target.name())
                .map(object -> EventView.show(target.type(), object))
                .orElseThrow(() -> ApiException.notFound(target.type(), target.name()));
    }

    Answer list(Target target, ApiRequest request) {
        Selector selector = selector(target, request);
        ObjectList found =
                store.list(target.stored(), target.namespace(), o -> selector.test(EventView.show(target.type(), o)));
        Page page = Page.of(found.items(), request);
        List<ObjectNode> items =
                page.items().stream().map(o -> EventView.show(target.type(), o)).toList();
        ObjectNode list = rendered(target.type(), items, request);
        ObjectNode metadata = list.withObjectProperty("metadata");
        metadata.put("resourceVersion", Long.toString(found.resourceVersion()));
        if (page.remaining() > 0) {
            metadata.put("continue", page.token()).put("remainingItemCount", page.remaining());
        }
        return Answer.ok(list);
    }

    /** What the request's label and field selectors select. */
    Selector selector(Target target, ApiRequest request) {
        Selector labels = LabelSelector.parse(request.parameter("labelSelector"));
        Selector fields = FieldSelector.parse(
                request.parameter("fieldSelector"), field -> kinds.selectable(target.type(), field));
        return labels.and(fields);
    }

    private ObjectNode rendered(ResourceType type, List<ObjectNode> items, ApiRequest request) {
        if (request.wants("Table")) {
            return tables.of(type, items, request.parameter("includeObject"));
        }
        if (request.wants("PartialObjectMetadataList")) {
            return Trees.list(
                    "meta.k8s.io/v1",
                    "PartialObjectMetadataList",
                    items.stream().map(Reads::metadataOnly).toList());
        }
        return Trees.list(type.apiVersion(), type.kind() + "List", items);
    }

    static ObjectNode metadataOnly(ObjectNode object) {
        ObjectNode partial = Trees.object("meta.k8s.io/v1", "PartialObjectMetadata");
        partial.set("metadata", object.path("metadata"));
        return partial;
    }

    /** A page of a list; the next one starts behind the last object shown, in the list as it is then. */
    private record Page(List<ObjectNode> items, int remaining) {

        static Page of(List<ObjectNode> all, ApiRequest request) {
            String token = request.parameter("continue");
            List<ObjectNode> rest = token.isEmpty() ? all : after(all, token);
            String limit = request.parameter("limit");
            int size = limit.isEmpty() || limit.equals("0") ? rest.size() : Math.min(number(limit), rest.size());
            return new Page(rest.subList(0, size), rest.size() - size);
        }

        String token() {
            ObjectKey last = ObjectKey.of(items.getLast());
            String position = last.namespace() + "/" + last.name();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
        }

        private static List<ObjectNode> after(List<ObjectNode> all, String token) {
            String[] position = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("/", 2);
            ObjectKey last = new ObjectKey(position[0], position[1]);
            return all.stream().filter(o -> ObjectKey.of(o).compareTo(last) > 0).toList();
        }

        private static int number(String limit) {
            try {
                return Integer.parseInt(limit);
            } catch (NumberFormatException e) {
                throw ApiException.badRequest("limit: not a number: " + limit);
            }
        }
    }
}
