// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A container of a pod through all its lives: started, probed, restarted with a backoff, stopped. One thread steps it. */
public final class ContainerRun {

    /** After this long a start that was refused is tried again. */
    private static final Duration REFUSED = Duration.ofSeconds(1);

    private final JsonNode container;
    private final RestartPolicy policy;
    private final Surroundings surroundings;
    private final RestartBackoff backoff = new RestartBackoff();
    private ContainerState state = new ContainerState.Waiting("ContainerCreating", "");
    private Optional<ContainerState.Terminated> last = Optional.empty();
    private Optional<Life> life = Optional.empty();
    private Instant startAt = Instant.EPOCH;
    private int restarts;
    private boolean over;

    public ContainerRun(JsonNode container, RestartPolicy policy, Surroundings surroundings) {
        this.container = container;
        this.policy = policy;
        this.surroundings = surroundings;
    }

    /** @param pod with the address that the kubelet gave it in {@code status.podIP} */
    public void step(JsonNode pod, Instant now) throws IOException {
        if (life.isPresent()) {
            stepLife(life.get(), now, grace(pod));
        }
        if (life.isEmpty() && !over && !now.isBefore(startAt)) {
            start(pod, now);
        }
    }

    /** Ends the container for good: its hook, SIGTERM, and SIGKILL after {@code grace}. */
    public void stop(Instant now, Duration grace) {
        over = true;
        life.ifPresent(living -> {
            if (!living.stopping()) {
                surroundings.events().event("Normal", "Killing", "Stopping container " + name());
            }
            living.stop(now, grace);
        });
    }

    /** Ends it at once: the pod is gone already. */
    public void kill() {
        over = true;
        life.ifPresent(Life::kill);
    }

    /** Whether nothing runs and nothing will. */
    public boolean ended() {
        return over && life.isEmpty();
    }

    /** When to step again, if nothing wakes the pod before. */
    public Instant nextAt() {
        return life.map(Life::nextAt).orElse(over ? Instant.MAX : startAt);
    }

    public ContainerStatus status() {
        return new ContainerStatus(
                name(),
                container.path("image").asText(),
                state,
                last,
                life.map(Life::readiness).orElse(ContainerStatus.Readiness.NO),
                restarts);
    }

    private void start(JsonNode pod, Instant now) {
        try {
            boolean again = last.isPresent();
            life = Optional.of(Life.start(pod, container, surroundings, now));
            state = new ContainerState.Running(now);
            restarts += again ? 1 : 0;
            surroundings.events().event("Normal", "Started", "Started container " + name());
        } catch (StartRefusedException e) {
            state = new ContainerState.Waiting(e.reason(), e.getMessage());
            startAt = now.plus(REFUSED);
            surroundings.events().event("Warning", "Failed", "Error: " + e.reason() + ": " + e.getMessage());
        }
    }

    private void stepLife(Life living, Instant now, Duration grace) throws IOException {
        Optional<ContainerState.Terminated> end = living.step(now);
        if (end.isPresent()) {
            life = Optional.empty();
            ended(end.get(), now);
            return;
        }
        living.probe(now).ifPresent(probe -> {
            surroundings
                    .events()
                    .event(
                            "Normal",
                            "Killing",
                            "Container " + name() + " failed " + probe + " probe, will be restarted");
            living.stop(now, grace);
        });
    }

    private void ended(ContainerState.Terminated end, Instant now) {
        last = Optional.of(end);
        state = end;
        over |= !policy.restartsAfter(end.exitCode());
        if (over) {
            return;
        }
        Duration delay = backoff.next(Duration.between(end.startedAt(), now));
        startAt = now.plus(delay);
        if (delay.isPositive()) {
            String message = "back-off " + delay.toSeconds() + "s restarting failed container=" + name();
            state = new ContainerState.Waiting("CrashLoopBackOff", message);
            surroundings.events().event("Warning", "BackOff", message);
        }
    }

    private static Duration grace(JsonNode pod) {
        return Duration.ofSeconds(
                pod.path("spec").path("terminationGracePeriodSeconds").asInt(30));
    }

    private String name() {
        return container.path("name").asText();
    }
}
