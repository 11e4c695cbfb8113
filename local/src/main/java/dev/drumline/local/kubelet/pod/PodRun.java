// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.kubelet.container.ContainerRun;
import dev.drumline.local.kubelet.container.ContainerStatus;
import dev.drumline.local.kubelet.container.RestartPolicy;
import dev.drumline.local.kubelet.container.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One pod on this node. {@link #step} does what is due and says when to come back; a thread of its own calls it. */
public final class PodRun {

    private final PodSink sink;
    private final String podIp;
    private final List<ContainerRun> inits;
    private final List<ContainerRun> mains;
    private ObjectNode pod;
    private ObjectNode written;
    private boolean gone;
    private Duration patience = Duration.ofDays(1);

    public PodRun(ObjectNode pod, String podIp, Surroundings surroundings, PodSink sink) {
        this.sink = sink;
        this.podIp = podIp;
        this.pod = withAddress(pod);
        this.written = this.pod.withObjectProperty("status").deepCopy();
        RestartPolicy policy = RestartPolicy.of(pod);
        this.inits = runs(pod.path("spec").path("initContainers"), policy.forInit(), surroundings);
        this.mains = runs(pod.path("spec").path("containers"), policy, surroundings);
    }

    /** Takes in the pod as it is in the API now. */
    public void update(ObjectNode latest) {
        pod = withAddress(latest);
    }

    /** Ends the pod without a report to the API: the node is going, or the pod is gone from the API already. */
    public void leave(Duration grace) {
        gone = true;
        patience = grace;
        if (grace.isZero()) {
            all().forEach(ContainerRun::kill);
        }
    }

    /** @return when to step again, unless something happens before */
    public Instant step(Instant now) throws IOException {
        boolean stopping = leaving();
        for (ContainerRun run : stopping ? all().toList() : due()) {
            if (stopping) {
                run.stop(now, grace());
            }
            run.step(pod, now);
        }
        report(now);
        return (stopping ? all() : due().stream())
                .map(ContainerRun::nextAt)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** Whether the pod was asked to go, or is not in the API any more. */
    public boolean leaving() {
        return gone || pod.path("metadata").has("deletionTimestamp");
    }

    /** Whether every container has ended and none will start. */
    public boolean ended() {
        return all().allMatch(ContainerRun::ended);
    }

    /** The init container whose turn it is; the others once all of those are done. */
    private List<ContainerRun> due() {
        return inits.stream()
                .filter(init -> !init.status().succeeded())
                .findFirst()
                .map(List::of)
                .orElse(mains);
    }

    private Duration grace() {
        JsonNode spec = pod.path("spec").path("terminationGracePeriodSeconds");
        Duration own = Duration.ofSeconds(
                pod.path("metadata").path("deletionGracePeriodSeconds").asInt(spec.asInt(30)));
        return own.compareTo(patience) < 0 ? own : patience;
    }

    private void report(Instant now) {
        ObjectNode status = PodStatus.of(written, podIp, statuses(inits), statuses(mains), now);
        if (!gone && !status.equals(written)) {
            sink.status(status);
            written = status;
        }
        if (!gone && leaving() && ended()) {
            gone = true;
            sink.gone();
        }
    }

    private ObjectNode withAddress(ObjectNode latest) {
        ObjectNode copy = latest.deepCopy();
        copy.withObjectProperty("status").put("podIP", podIp).put("hostIP", "127.0.0.1");
        return copy;
    }

    private Stream<ContainerRun> all() {
        return Stream.concat(inits.stream(), mains.stream());
    }

    private static List<ContainerRun> runs(JsonNode containers, RestartPolicy policy, Surroundings surroundings) {
        return StreamSupport.stream(containers.spliterator(), false)
                .map(container -> new ContainerRun(container, policy, surroundings))
                .toList();
    }

    private static List<ContainerStatus> statuses(List<ContainerRun> runs) {
        return runs.stream().map(ContainerRun::status).toList();
    }
}
