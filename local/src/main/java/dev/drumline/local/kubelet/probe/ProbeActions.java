// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads actions as they stand in a container: of a probe, or of a lifecycle hook. */
public record ProbeActions(JsonNode container, String podIp) {

    /** Empty if there is none, or one that the village does not imitate (gRPC). */
    public Optional<ProbeAction> read(JsonNode json) {
        if (json.has("httpGet")) {
            return Optional.of(httpGet(json.path("httpGet")));
        }
        if (json.has("tcpSocket")) {
            JsonNode socket = json.path("tcpSocket");
            return Optional.of(new ProbeAction.TcpSocket(host(socket), port(socket.path("port"))));
        }
        if (json.has("exec")) {
            List<String> command = new ArrayList<>();
            json.path("exec").path("command").forEach(word -> command.add(word.asText()));
            return Optional.of(new ProbeAction.Exec(command));
        }
        return Optional.empty();
    }

    private ProbeAction httpGet(JsonNode get) {
        String scheme = get.path("scheme").asText("HTTP").toLowerCase(Locale.ROOT);
        String path = get.path("path").asText("/");
        Map<String, String> headers = new HashMap<>();
        get.path("httpHeaders")
                .forEach(h ->
                        headers.put(h.path("name").asText(), h.path("value").asText()));
        return new ProbeAction.HttpGet(
                URI.create(scheme + "://" + host(get) + ":" + port(get.path("port"))
                        + (path.startsWith("/") ? path : "/" + path)),
                headers);
    }

    private String host(JsonNode action) {
        return action.path("host").asText(podIp);
    }

    private int port(JsonNode port) {
        if (port.isInt()) {
            return port.asInt();
        }
        for (JsonNode named : container.path("ports")) {
            if (named.path("name").asText().equals(port.asText())) {
                return named.path("containerPort").asInt();
            }
        }
        return Integer.parseInt(port.asText());
    }
}
