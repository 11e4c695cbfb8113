// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.LabelSelector;
import dev.drumline.local.store.ResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The columns that kubectl users expect of the built-in kinds. */
final class BuiltInColumns {

    private static final String NONE = "<none>";
    private static final Map<ResourceType, Function<Ages, List<Column>>> COLUMNS = Map.ofEntries(
            Map.entry(BuiltIn.PODS, BuiltInColumns::pods),
            Map.entry(BuiltIn.DEPLOYMENTS, BuiltInColumns::deployments),
            Map.entry(BuiltIn.REPLICA_SETS, BuiltInColumns::replicaSets),
            Map.entry(BuiltIn.SERVICES, BuiltInColumns::services),
            Map.entry(BuiltIn.ENDPOINTS, BuiltInColumns::endpoints),
            Map.entry(BuiltIn.EVENTS, BuiltInColumns::events),
            Map.entry(BuiltIn.NODES, BuiltInColumns::nodes),
            Map.entry(BuiltIn.NAMESPACES, ages -> List.of(field("Status", "/status/phase"), age(ages))),
            Map.entry(BuiltIn.CONFIG_MAPS, ages -> List.of(size("Data", "data"), age(ages))),
            Map.entry(BuiltIn.SECRETS, ages -> List.of(field("Type", "/type"), size("Data", "data"), age(ages))),
            Map.entry(BuiltIn.LEASES, ages -> List.of(field("Holder", "/spec/holderIdentity"), age(ages))),
            Map.entry(BuiltIn.POD_DISRUPTION_BUDGETS, BuiltInColumns::disruptionBudgets),
            Map.entry(
                    BuiltIn.CUSTOM_RESOURCE_DEFINITIONS,
                    ages -> List.of(field("Created At", "/metadata/creationTimestamp"))));

    private BuiltInColumns() {}

    static List<Column> of(ResourceType type, Ages ages) {
        return COLUMNS.getOrDefault(type, a -> List.of(age(a))).apply(ages);
    }

    private static List<Column> pods(Ages ages) {
        return List.of(
                Column.text("Ready", PodSummary::ready),
                Column.text("Status", PodSummary::status),
                Column.text("Restarts", pod -> PodSummary.restarts(pod, ages)),
                age(ages),
                field("IP", "/status/podIP").wide(),
                field("Node", "/spec/nodeName").wide());
    }

    private static List<Column> deployments(Ages ages) {
        return List.of(
                Column.text("Ready", d -> "%d/%d"
                        .formatted(
                                d.at("/status/readyReplicas").asInt(),
                                d.at("/spec/replicas").asInt())),
                count("Up-to-date", "/status/updatedReplicas"),
                count("Available", "/status/availableReplicas"),
                age(ages),
                Column.text("Images", BuiltInColumns::images).wide(),
                Column.text("Selector", d -> LabelSelector.print(d.at("/spec/selector")))
                        .wide());
    }

    private static List<Column> replicaSets(Ages ages) {
        return List.of(
                count("Desired", "/spec/replicas"),
                count("Current", "/status/replicas"),
                count("Ready", "/status/readyReplicas"),
                age(ages),
                Column.text("Images", BuiltInColumns::images).wide());
    }

    private static List<Column> services(Ages ages) {
        return List.of(
                field("Type", "/spec/type"),
                field("Cluster-IP", "/spec/clusterIP"),
                Column.text("External-IP", s -> NONE),
                Column.text(
                        "Port(s)",
                        s -> joined(
                                s.at("/spec/ports"),
                                p -> p.path("port").asText() + "/"
                                        + p.path("protocol").asText())),
                age(ages));
    }

    private static List<Column> endpoints(Ages ages) {
        return List.of(
                Column.text(
                        "Endpoints",
                        e -> joined(
                                e.path("subsets"),
                                subset -> joined(
                                        subset.path("addresses"),
                                        address -> joined(
                                                subset.path("ports"),
                                                port -> address.path("ip").asText() + ":"
                                                        + port.path("port").asText())))),
                age(ages));
    }

    private static List<Column> events(Ages ages) {
        return List.of(
                Column.text("Last Seen", e -> ages.since(lastSeen(e))),
                field("Type", "/type"),
                field("Reason", "/reason"),
                Column.text(
                        "Object",
                        e -> e.at("/involvedObject/kind").asText().toLowerCase(Locale.ROOT)
                                + "/"
                                + e.at("/involvedObject/name").asText()),
                field("Message", "/message"));
    }

    private static String lastSeen(JsonNode event) {
        return List.of("/series/lastObservedTime", "/lastTimestamp", "/eventTime", "/metadata/creationTimestamp")
                .stream()
                .map(pointer -> event.at(pointer).asText(""))
                .filter(time -> !time.isEmpty() && !time.equals("null"))
                .findFirst()
                .orElse("");
    }

    private static List<Column> nodes(Ages ages) {
        return List.of(
                Column.text(
                        "Status",
                        n -> StreamSupport.stream(n.at("/status/conditions").spliterator(), false)
                                        .anyMatch(c -> c.path("type").asText().equals("Ready")
                                                && c.path("status").asText().equals("True"))
                                ? "Ready"
                                : "NotReady"),
                age(ages),
                field("Version", "/status/nodeInfo/kubeletVersion"));
    }

    private static List<Column> disruptionBudgets(Ages ages) {
        return List.of(
                field("Min Available", "/spec/minAvailable"),
                field("Max Unavailable", "/spec/maxUnavailable"),
                count("Allowed Disruptions", "/status/disruptionsAllowed"),
                age(ages));
    }

    private static Column age(Ages ages) {
        return Column.text("Age", ages::ofObject);
    }

    private static Column field(String name, String pointer) {
        return Column.text(name, object -> object.at(pointer).asText(NONE));
    }

    private static Column count(String name, String pointer) {
        return Column.text(name, object -> object.at(pointer).asText("0"));
    }

    private static Column size(String name, String field) {
        return Column.text(name, object -> Integer.toString(object.path(field).size()));
    }

    private static String images(JsonNode workload) {
        return joined(workload.at("/spec/template/spec/containers"), c -> c.path("image")
                .asText());
    }

    private static String joined(JsonNode array, Function<JsonNode, String> print) {
        String all = StreamSupport.stream(array.spliterator(), false).map(print).collect(Collectors.joining(","));
        return all.isEmpty() ? NONE : all;
    }
}
