// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import dev.drumline.broker.work.ClaimAnswer;
import dev.drumline.broker.work.WorkLink;
import dev.drumline.worker.log.Fact;
import dev.drumline.worker.log.Log;
import dev.drumline.worker.run.Assignment;
import dev.drumline.worker.run.Workshop;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Claims as many messages as there are free slots, and begins them. */
final class ClaimLoop implements Body {

    private static final Log LOG = Log.of(ClaimLoop.class);

    private static final int MOST_AT_ONCE = 256;
    private static final Duration WAIT_FOR_SLOT = Duration.ofMillis(500);
    private static final Duration WAIT_FOR_NAME = Duration.ofMillis(20);

    private final WorkLink work;
    private final Standing standing;
    private final Workshop workshop;
    private final Finisher finisher;
    private final Pulse pulse;
    private final Backoff idle = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20));
    private final Backoff failing = new Backoff(Duration.ofMillis(50), Duration.ofMillis(500));
    private final Set<String> reported = new HashSet<>();

    ClaimLoop(WorkLink work, Standing standing, Workshop workshop, Finisher finisher, Pulse pulse) {
        this.work = work;
        this.standing = standing;
        this.workshop = workshop;
        this.finisher = finisher;
        this.pulse = pulse;
    }

    @Override
    public Duration step() throws InterruptedException {
        pulse.looped();
        Optional<String> name = standing.joinedName();
        if (name.isEmpty()) {
            return WAIT_FOR_NAME;
        }
        if (!workshop.awaitFree(WAIT_FOR_SLOT) || finisher.isBehind()) {
            return Duration.ofMillis(1);
        }
        try {
            ClaimAnswer answer = Answers.of(
                    work.claim(name.get(), Math.min(workshop.free(), MOST_AT_ONCE), workshop.knownRevoked()));
            failing.reset();
            workshop.revoke(answer.revoked());
            return take(name.get(), answer);
        } catch (RuntimeException e) {
            pulse.failed(e);
            return failing.next();
        }
    }

    private Duration take(String name, ClaimAnswer answer) {
        report(answer);
        return switch (answer.status()) {
            case GONE -> {
                standing.lost(name);
                yield WAIT_FOR_NAME;
            }
            case EMPTY -> {
                pulse.claimed();
                yield idle.next();
            }
            case TAKEN -> {
                pulse.claimed();
                idle.reset();
                workshop.begin(answer.messages().stream()
                        .map(claimed -> new Assignment(name, claimed, answer.redisTime()))
                        .toList());
                yield Duration.ZERO;
            }
        };
    }

    private void report(ClaimAnswer answer) {
        if (answer.setAside() > 0) {
            LOG.warn("Set elements aside that are no messages", Fact.MESSAGES, answer.setAside());
        }
        for (String key : answer.skippedKeys()) {
            if (reported.add(key)) {
                LOG.warn("Passed by a key that is no list", Fact.KEY, key);
            }
        }
    }
}
