// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.kubelet.probe.Probe;
import dev.drumline.local.kubelet.probe.ProbeActions;
import dev.drumline.local.kubelet.probe.ProbeResult;
import dev.drumline.local.kubelet.process.ContainerLog;
import dev.drumline.local.kubelet.process.ContainerProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** One life of a container, from the start of its process to its end. */
final class Life {

    private final JsonNode container;
    private final Surroundings surroundings;
    private final ContainerBox box;
    private final ContainerProcess process;
    private final ContainerLog log;
    private final Instant startedAt;
    private final ProbeActions actions;
    private final ContainerProbes probes;
    private Optional<ContainerStop> stop = Optional.empty();

    private Life(JsonNode pod, JsonNode container, Surroundings surroundings, ContainerBox box, Instant now)
            throws IOException {
        this.container = container;
        this.surroundings = surroundings;
        this.box = box;
        String podName = pod.path("metadata").path("name").asText();
        String name = container.path("name").asText();
        this.log = ContainerLog.of(
                surroundings.logs(), pod.path("metadata").path("namespace").asText(), podName, name);
        this.process = ContainerProcess.start(box.main(), log);
        this.startedAt = now;
        this.actions =
                new ProbeActions(container, pod.path("status").path("podIP").asText());
        this.probes = new ContainerProbes(container, actions, this::attempt, surroundings.events(), now);
        surroundings.register().add(process.handle(), podName + "/" + name);
        process.onExit().thenRun(surroundings.wake());
    }

    /** @throws StartRefusedException if what it needs is missing or its program can't be run */
    static Life start(JsonNode pod, JsonNode container, Surroundings surroundings, Instant now)
            throws StartRefusedException {
        ContainerBox box = surroundings.setup().prepare(pod, container);
        if (box.mainCommand().isEmpty()) {
            throw new StartRefusedException("RunContainerError", "no command specified");
        }
        try {
            return new Life(pod, container, surroundings, box, now);
        } catch (IOException e) {
            throw new StartRefusedException("RunContainerError", e.getMessage());
        }
    }

    /** @return how it ended, once it has */
    Optional<ContainerState.Terminated> step(Instant now) throws IOException {
        OptionalInt exit = process.exitCode();
        if (exit.isPresent()) {
            process.killRest();
            surroundings.register().remove(process.handle().pid());
            return Optional.of(new ContainerState.Terminated(exit.getAsInt(), startedAt, now));
        }
        log.bound();
        stop.ifPresent(stopping -> stopping.step(now));
        return Optional.empty();
    }

    /** @return the name of the probe that says it must be restarted */
    Optional<String> probe(Instant now) {
        return stop.isPresent() ? Optional.empty() : probes.step(now);
    }

    /** Begins the end, or brings it forward. */
    void stop(Instant now, Duration grace) {
        Instant deadline = now.plus(grace);
        if (stop.isPresent()) {
            stop.get().hurry(deadline);
            return;
        }
        ContainerStop stopping = new ContainerStop(process, deadline);
        stop = Optional.of(stopping);
        actions.read(container.path("lifecycle").path("preStop"))
                .ifPresentOrElse(
                        hook -> Thread.ofVirtual().start(() -> {
                            surroundings.probes().run(hook, grace, box::command);
                            stopping.hookIsDone();
                            surroundings.wake().run();
                        }),
                        stopping::hookIsDone);
        stopping.step(now);
    }

    void kill() {
        process.kill();
    }

    boolean stopping() {
        return stop.isPresent();
    }

    Instant startedAt() {
        return startedAt;
    }

    ContainerStatus.Readiness readiness() {
        return stop.isPresent()
                ? new ContainerStatus.Readiness(probes.readiness().started(), false)
                : probes.readiness();
    }

    Instant nextAt() {
        return stop.map(ContainerStop::nextAt).orElseGet(probes::nextAt);
    }

    private void attempt(Probe probe, Consumer<ProbeResult> done) {
        Thread.ofVirtual().start(() -> {
            done.accept(surroundings.probes().run(probe.action(), probe.timeout(), box::command));
            surroundings.wake().run();
        });
    }
}
