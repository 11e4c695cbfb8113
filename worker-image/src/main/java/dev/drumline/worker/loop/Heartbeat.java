// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import dev.drumline.broker.work.WorkLink;
import dev.drumline.broker.work.WorkLink.Intent;
import dev.drumline.broker.work.WorkLink.Membership;
import dev.drumline.broker.work.WorkLink.Restored;
import dev.drumline.worker.log.Fact;
import dev.drumline.worker.log.Log;
import dev.drumline.worker.run.Workshop;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Says each second that the worker lives, hears what it is to stop, and looks after workers that live no more. */
final class Heartbeat implements Body {

    private static final Log LOG = Log.of(Heartbeat.class);

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(100);

    /** A worker that is silent for so long is dead. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /**
     * After an outage of Redis everybody seems silent. Whoever lives is heard again within 3 s; to judge sooner would run
     * their tasks twice.
     */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private static final Duration LONGEST_GAP = Duration.ofSeconds(3);

    private final WorkLink work;
    private final Standing standing;
    private final Workshop workshop;
    private final Supplier<byte[]> report;
    private final Pulse pulse;
    private final LongSupplier nanos;
    private final Backoff failing = new Backoff(Duration.ofMillis(50), Duration.ofMillis(500));
    private long heardSinceNanos;
    private long lastHeardNanos;

    Heartbeat(
            WorkLink work,
            Standing standing,
            Workshop workshop,
            Supplier<byte[]> report,
            Pulse pulse,
            LongSupplier nanos) {
        this.work = work;
        this.standing = standing;
        this.workshop = workshop;
        this.report = report;
        this.pulse = pulse;
        this.nanos = nanos;
        this.heardSinceNanos = nanos.getAsLong();
        this.lastHeardNanos = heardSinceNanos;
    }

    @Override
    public Duration step() {
        try {
            String name = standing.name();
            boolean stays = standing.isJoined();
            WorkLink.Refreshed refreshed = Answers.of(
                    work.refresh(name, report.get(), stays ? Intent.STAY : Intent.JOIN, workshop.knownRevoked()));
            heard();
            workshop.revoke(refreshed.revoked());
            if (refreshed.membership() == Membership.GONE) {
                standing.lost(name);
                return Duration.ZERO;
            }
            if (!stays) {
                standing.joined(name);
                LOG.info("Joined the broker", Fact.WORKER, name);
            }
            if (isSettled()) {
                Answers.of(work.restore(SILENCE)).forEach(Heartbeat::report);
            }
            failing.reset();
            return standing.isJoined() ? PERIOD : SOON;
        } catch (RuntimeException e) {
            pulse.failed(e);
            return failing.next();
        }
    }

    private void heard() {
        pulse.answered();
        long now = nanos.getAsLong();
        if (now - lastHeardNanos > LONGEST_GAP.toNanos()) {
            heardSinceNanos = now;
        }
        lastHeardNanos = now;
    }

    private boolean isSettled() {
        return lastHeardNanos - heardSinceNanos >= SETTLED.toNanos();
    }

    private static void report(Restored restored) {
        LOG.warn(
                "Put back what a dead worker held", Fact.WORKER, restored.worker(), Fact.MESSAGES, restored.messages());
    }
}
