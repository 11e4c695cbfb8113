// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat;

import dev.drumline.beat.clock.RedisClock;
import dev.drumline.beat.firing.Firing;
import dev.drumline.beat.firing.FiringListener;
import dev.drumline.beat.firing.Mailbox;
import dev.drumline.beat.firing.PartitionTable;
import dev.drumline.beat.lease.LeaseKeeper;
import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.work.WorkLink;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One beat: everything that it does, one turn at a time. It owns no thread and reads no clock but the one it is given;
 * whoever calls {@link #turn} again and again makes it run.
 */
public final class Beat {

    private static final Logger LOG = Logger.getLogger(Beat.class);

    private static final Duration DELAYED_ROUND = Duration.ofMillis(50);
    private static final Duration SETTINGS_ROUND = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofMillis(200);
    private static final int DELAYED_AT_ONCE = 100;
    private static final Duration RESTORE_ROUND = Duration.ofSeconds(1);

    /** A worker that was silent for so long is dead. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final FiringStore store;
    private final Mailbox mailbox;
    private final LongSupplier nanoTime;
    private final RedisClock clock = new RedisClock();
    private final PartitionTable table;
    private final LeaseKeeper leases;
    private final Firing firing;
    private final Rounds rounds;
    private boolean begun;

    /** @param nanoTime the local monotonic clock */
    public Beat(
            LeaseKeeper.Identity identity,
            FiringStore store,
            FiringListener listener,
            Mailbox mailbox,
            LongSupplier nanoTime) {
        this.store = store;
        this.mailbox = mailbox;
        this.nanoTime = nanoTime;
        this.table = new PartitionTable(store, mailbox, "beat@" + identity.holder());
        this.leases = new LeaseKeeper(identity, store, table, clock, mailbox);
        this.firing = new Firing(identity.holder(), store, table, clock, listener, mailbox);
        this.rounds = new Rounds(mailbox);
    }

    /**
     * Handles what has come, fires what is due, and keeps leases, delayed messages and settings going.
     *
     * @param report what the beat tells of itself with its heartbeat
     * @return how many nanoseconds nothing more will be due, unless an answer comes first
     */
    public long turn(Supplier<String> report) {
        mailbox.open();
        long nanos = nanoTime.getAsLong();
        rounds.begin();
        rounds.each(SETTINGS_ROUND, "settings", nanos, store::queueSettings, firing::use);
        if (!begun) {
            rounds.each(LeaseKeeper.ROUND, "begin", nanos, store::lastChange, this::begin);
            return rest(rounds.restNanos());
        }
        leases.keep(nanoTime, report);
        if (!clock.isKnown()) {
            return rest(leases.restNanos(nanos));
        }
        rounds.each(
                DELAYED_ROUND, "delayed", nanos, () -> store.moveDelayed(leases.leased(), DELAYED_AT_ONCE), moved -> {
                    if (moved.stuck() > 0) {
                        LOG.warnf("Delayed messages can't be moved: their key is not a list count=%d", moved.stuck());
                    }
                });
        // After an outage of Redis every worker seems silent, until it had time to say that it lives.
        if (leases.steadyFor(nanos).compareTo(SILENCE) > 0) {
            rounds.each(RESTORE_ROUND, "restore", nanos, () -> store.restore(SILENCE), this::tell);
        }
        long now = clock.millisAt(nanos);
        firing.fireDue(now, nanoTime);
        return rest(Math.min(untilDue(now), Math.min(leases.restNanos(nanos), rounds.restNanos())));
    }

    private void tell(List<WorkLink.Restored> restored) {
        restored.forEach(dead ->
                LOG.infof("Put back what a dead worker held worker=%s messages=%d", dead.worker(), dead.messages()));
    }

    private void begin(String lastChange) {
        table.followChangesAfter(lastChange);
        begun = true;
    }

    private long untilDue(long nowMillis) {
        return Math.min(firing.nextDue(nowMillis) - nowMillis, LONGEST_REST.toMillis()) * 1_000_000;
    }

    private static long rest(long nanos) {
        return Math.clamp(nanos, 0, LONGEST_REST.toNanos());
    }

    public int partitionsHeld() {
        return leases.leased().size();
    }

    public long schedules() {
        return table.schedules();
    }

    public Set<String> queues() {
        return table.queues();
    }

    /** When Redis last answered, by the local monotonic clock; 0 when it never did. */
    public long answeredNanos() {
        return leases.answeredNanos();
    }
}
