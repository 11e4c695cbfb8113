// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import static dev.drumline.local.api.BuiltInDefaults.setIfAbsent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The defaults of a pod's spec. */
final class PodDefaults {

    private static final int READABLE_BY_ALL = 0644;

    private PodDefaults() {}

    static void apply(ObjectNode spec) {
        setIfAbsent(spec, "restartPolicy", "Always");
        setIfAbsent(spec, "terminationGracePeriodSeconds", 30);
        setIfAbsent(spec, "dnsPolicy", "ClusterFirst");
        setIfAbsent(spec, "schedulerName", "default-scheduler");
        spec.withObjectProperty("securityContext");
        List.of("initContainers", "containers")
                .forEach(list -> spec.path(list).forEach(c -> container((ObjectNode) c)));
        spec.path("volumes").forEach(PodDefaults::volume);
    }

    /** What a real server's ServiceAccount admission adds to a pod, and not to a template. */
    static void applyServiceAccount(ObjectNode spec) {
        setIfAbsent(spec, "serviceAccountName", "default");
    }

    private static void container(ObjectNode container) {
        String image = container.path("image").asText();
        boolean moving = !image.contains(":") || image.endsWith(":latest");
        setIfAbsent(container, "imagePullPolicy", moving ? "Always" : "IfNotPresent");
        setIfAbsent(container, "terminationMessagePath", "/dev/termination-log");
        setIfAbsent(container, "terminationMessagePolicy", "File");
        container.withObjectProperty("resources");
        container.path("ports").forEach(port -> setIfAbsent((ObjectNode) port, "protocol", "TCP"));
        for (JsonNode variable : container.path("env")) {
            if (variable.path("valueFrom").path("fieldRef") instanceof ObjectNode field) {
                setIfAbsent(field, "apiVersion", "v1");
            }
        }
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (container.path(probe) instanceof ObjectNode settings) {
                probe(settings);
            }
        }
    }

    private static void probe(ObjectNode probe) {
        setIfAbsent(probe, "timeoutSeconds", 1);
        setIfAbsent(probe, "periodSeconds", 10);
        setIfAbsent(probe, "successThreshold", 1);
        setIfAbsent(probe, "failureThreshold", 3);
        if (probe.path("httpGet") instanceof ObjectNode get) {
            setIfAbsent(get, "scheme", "HTTP");
            setIfAbsent(get, "path", "/");
        }
    }

    private static void volume(JsonNode volume) {
        for (String source : List.of("configMap", "secret", "projected", "downwardAPI")) {
            if (volume.path(source) instanceof ObjectNode settings) {
                setIfAbsent(settings, "defaultMode", READABLE_BY_ALL);
            }
        }
    }
}
