// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.LabelSelector;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lists the ready pods of a Service in its Endpoints and its EndpointSlice. */
final class EndpointsController implements Reconciler {

    private final ObjectStore store;

    EndpointsController(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Optional<Duration> reconcile(ObjectKey key) {
        Optional<ObjectNode> service = store.find(BuiltIn.SERVICES, key.namespace(), key.name())
                .filter(s -> !s.at("/spec/selector").isEmpty() && !Metadata.isDeleting(s));
        if (service.isPresent()) {
            List<ObjectNode> pods = ready(service.get());
            write(BuiltIn.ENDPOINTS, service.get(), endpoints(service.get(), pods));
            write(BuiltIn.ENDPOINT_SLICES, service.get(), slice(service.get(), pods));
        }
        return Optional.empty();
    }

    private List<ObjectNode> ready(ObjectNode service) {
        boolean early = service.at("/spec/publishNotReadyAddresses").asBoolean();
        var selector = LabelSelector.matching(Metadata.strings(service.at("/spec/selector")));
        return store.list(
                        BuiltIn.PODS,
                        Metadata.namespace(service),
                        pod -> selector.test(pod)
                                && Pods.isActive(pod)
                                && (early || Pods.isReady(pod))
                                && pod.path("status").hasNonNull("podIP"))
                .items();
    }

    private void write(ResourceType type, ObjectNode service, ObjectNode wanted) {
        ObjectKey key = ObjectKey.of(service);
        if (store.find(type, key.namespace(), key.name()).isEmpty()) {
            wanted.putObject("metadata")
                    .put("name", key.name())
                    .put("namespace", key.namespace())
                    .putObject("labels")
                    .put("kubernetes.io/service-name", key.name());
            Owned.refer(wanted, service);
            store.create(type, wanted);
        } else {
            store.edit(type, key, Part.MAIN, stored -> stored.setAll(wanted));
        }
    }

    private static ObjectNode endpoints(ObjectNode service, List<ObjectNode> pods) {
        ObjectNode endpoints = JsonNodeFactory.instance.objectNode();
        ArrayNode subsets = endpoints.putArray("subsets");
        if (!pods.isEmpty()) {
            ObjectNode subset = subsets.addObject();
            ArrayNode addresses = subset.putArray("addresses");
            pods.forEach(pod -> addresses
                    .addObject()
                    .put("ip", address(pod))
                    .put("nodeName", pod.at("/spec/nodeName").asText())
                    .set("targetRef", reference(pod)));
            subset.set("ports", ports(service, pods.getFirst()));
        }
        return endpoints;
    }

    private static ObjectNode slice(ObjectNode service, List<ObjectNode> pods) {
        ObjectNode slice = JsonNodeFactory.instance.objectNode().put("addressType", "IPv4");
        ArrayNode endpoints = slice.putArray("endpoints");
        for (ObjectNode pod : pods) {
            ObjectNode endpoint = endpoints.addObject();
            endpoint.putArray("addresses").add(address(pod));
            endpoint.putObject("conditions").put("ready", true).put("serving", true);
            endpoint.set("targetRef", reference(pod));
        }
        slice.set("ports", pods.isEmpty() ? slice.arrayNode() : ports(service, pods.getFirst()));
        return slice;
    }

    private static ArrayNode ports(ObjectNode service, ObjectNode pod) {
        ArrayNode ports = JsonNodeFactory.instance.arrayNode();
        for (JsonNode port : service.at("/spec/ports")) {
            ObjectNode target = ports.addObject();
            if (port.hasNonNull("name")) {
                target.set("name", port.get("name"));
            }
            target.set("port", targetPort(port, pod));
            target.put("protocol", port.path("protocol").asText("TCP"));
        }
        return ports;
    }

    /** A named target port is what the pod's container calls so. */
    private static JsonNode targetPort(JsonNode port, ObjectNode pod) {
        JsonNode target = port.has("targetPort") ? port.get("targetPort") : port.path("port");
        for (JsonNode container : pod.at("/spec/containers")) {
            for (JsonNode candidate : container.path("ports")) {
                if (candidate.path("name").asText("").equals(target.asText())) {
                    return candidate.path("containerPort");
                }
            }
        }
        return target.isNumber() ? target : IntNode.valueOf(port.path("port").asInt());
    }

    private static String address(ObjectNode pod) {
        return pod.at("/status/podIP").asText();
    }

    private static ObjectNode reference(ObjectNode pod) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "Pod")
                .put("namespace", Metadata.namespace(pod))
                .put("name", Metadata.name(pod))
                .put("uid", Metadata.uid(pod));
    }
}
