// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.kubelet.probe.Probe;
import dev.drumline.local.kubelet.probe.ProbeActions;
import dev.drumline.local.kubelet.probe.ProbeResult;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The three probes of one life of a container: the startup probe holds the other two back until it has passed. */
final class ContainerProbes {

    private final Optional<ProbeTrack> startup;
    private final Optional<ProbeTrack> readiness;
    private final Optional<ProbeTrack> liveness;
    private final Surroundings.EventSink events;
    private boolean started;
    private boolean ready;

    ContainerProbes(
            JsonNode container,
            ProbeActions actions,
            ProbeTrack.Try attempt,
            Surroundings.EventSink events,
            Instant startedAt) {
        this.startup = track(container, "startupProbe", actions, attempt, startedAt);
        this.readiness = track(container, "readinessProbe", actions, attempt, startedAt);
        this.liveness = track(container, "livenessProbe", actions, attempt, startedAt);
        this.events = events;
        this.started = startup.isEmpty();
        this.ready = started && readiness.isEmpty();
    }

    /** @return the name of the probe that says the container must be restarted */
    Optional<String> step(Instant now) {
        if (!started) {
            return stepStartup(now);
        }
        readiness.ifPresent(track -> {
            step(track, "Readiness", now);
            ready = ready ? !track.fails() : track.passes();
        });
        liveness.ifPresent(track -> step(track, "Liveness", now));
        return liveness.filter(ProbeTrack::fails).map(track -> "liveness");
    }

    ContainerStatus.Readiness readiness() {
        return new ContainerStatus.Readiness(started, ready);
    }

    Instant nextAt() {
        return (started ? Stream.of(readiness, liveness) : Stream.of(startup))
                .flatMap(Optional::stream)
                .map(ProbeTrack::nextAt)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private Optional<String> stepStartup(Instant now) {
        ProbeTrack track = startup.orElseThrow();
        step(track, "Startup", now);
        started = track.passes();
        ready = started && readiness.isEmpty();
        return track.fails() ? Optional.of("startup") : Optional.empty();
    }

    private void step(ProbeTrack track, String name, Instant now) {
        track.step(now)
                .filter(result -> !result.success())
                .map(ProbeResult::message)
                .ifPresent(why -> events.event("Warning", "Unhealthy", name + " probe failed: " + why));
    }

    private static Optional<ProbeTrack> track(
            JsonNode container, String field, ProbeActions actions, ProbeTrack.Try attempt, Instant startedAt) {
        return Probe.of(container.path(field), actions).map(probe -> new ProbeTrack(probe, attempt, startedAt));
    }
}
