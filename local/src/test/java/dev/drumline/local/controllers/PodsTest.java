// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.Village;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PodsTest {

    @Test
    void shouldLetPodsGoInKubernetesOrder() {
        List<ObjectNode> pods = Stream.of(
                        pod("homeless", "phase: Pending", "{}"),
                        pod("pending", "phase: Pending", "{nodeName: v}"),
                        pod("unready", "phase: Running", "{nodeName: v}"),
                        pod("cheap", ready("07:00") + ", x: cheap", "{nodeName: v}"),
                        pod("young", ready("07:30"), "{nodeName: v}"),
                        pod("restarted", ready("07:00") + ", containerStatuses: [{restartCount: 3}]", "{nodeName: v}"),
                        pod("old", ready("07:00"), "{nodeName: v}"))
                .collect(Collectors.toList());
        Metadata.of(pods.get(3)).putObject("annotations").put("controller.kubernetes.io/pod-deletion-cost", "-5");
        List<String> expected = pods.stream().map(Metadata::name).toList();

        Collections.shuffle(pods, new Random(7));

        assertThat(pods.stream().sorted(Pods.FIRST_TO_GO).map(Metadata::name)).containsExactlyElementsOf(expected);
    }

    @Test
    void shouldCallAPodAvailableAfterItsMinimumTime() {
        ObjectNode pod = pod("a", ready("07:59"), "{nodeName: v}");

        assertThat(Pods.isAvailable(pod, Duration.ofSeconds(60), Village.NOW)).isTrue();
        assertThat(Pods.isAvailable(pod, Duration.ofSeconds(61), Village.NOW)).isFalse();
    }

    private static String ready(String since) {
        return "phase: Running, conditions: [{type: Ready, status: 'True', lastTransitionTime: '2026-11-24T" + since
                + ":00Z'}]";
    }

    private static ObjectNode pod(String name, String status, String spec) {
        return object("{metadata: {name: " + name + ", creationTimestamp: '2026-11-24T07:00:00Z'}, spec: " + spec
                + ", status: {" + status + "}}");
    }
}
