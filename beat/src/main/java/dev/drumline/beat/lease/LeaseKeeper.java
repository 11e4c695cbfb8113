// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.lease;

import dev.drumline.beat.clock.Arrived;
import dev.drumline.beat.clock.RedisClock;
import dev.drumline.beat.firing.Mailbox;
import dev.drumline.beat.firing.PartitionTable;
import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.partition.LeaseReply;
import dev.drumline.broker.partition.LeaseRequest;
import dev.drumline.schedule.partition.Rendezvous;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Keeps this beat's heartbeat and its leases. Among the beats that live, rendezvous hashing says who should hold which
 * partition; each takes what is its own when that is free, and gives back what is another's.
 *
 * <p>Worked: a beat that is killed was last heard of at 0 s; at 1.5 s it no longer counts as live and the others want its
 * partitions; by 2 s its last lease is over and they have them.
 */
public final class LeaseKeeper {

    public static final Duration ROUND = Duration.ofMillis(200);

    static final Duration LEASE = Duration.ofSeconds(2);
    static final Duration LIVE = Duration.ofMillis(1_500);

    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);

    private final String holder;
    private final int partitions;
    private final FiringStore store;
    private final PartitionTable table;
    private final RedisClock clock;
    private final Mailbox mailbox;
    private Set<Integer> wanted = Set.of();
    private Set<Integer> leased = Set.of();
    private boolean underWay;
    private boolean reachable = true;
    private long nextRoundNanos;
    private long answeredNanos;
    private long steadySinceNanos;
    private boolean begun;
    private boolean answered;

    public LeaseKeeper(Identity identity, FiringStore store, PartitionTable table, RedisClock clock, Mailbox mailbox) {
        this.holder = identity.holder();
        this.partitions = identity.partitions();
        this.store = store;
        this.table = table;
        this.clock = clock;
        this.mailbox = mailbox;
    }

    /**
     * @param holder never used by another beat or an earlier one
     * @param partitions of the broker
     */
    public record Identity(String holder, int partitions) {}

    /** Begins a round when it is time for one. */
    public void keep(LongSupplier nanoTime, Supplier<String> report) {
        long now = nanoTime.getAsLong();
        if (underWay || (begun && now - nextRoundNanos < 0)) {
            return;
        }
        begun = true;
        underWay = true;
        nextRoundNanos = now + ROUND.toNanos();
        store.lease(new LeaseRequest(holder, LEASE, LIVE, report.get(), wanted))
                .thenApply(reply -> new Arrived<>(reply, now, nanoTime.getAsLong()))
                .whenCompleteAsync(
                        (arrived, fault) -> {
                            underWay = false;
                            if (fault == null) {
                                clock.observe(arrived.answer().redisMicros(), arrived);
                                answered(arrived.answer(), nanoTime.getAsLong());
                            } else {
                                failed(fault);
                            }
                        },
                        mailbox);
    }

    private void answered(LeaseReply reply, long nanos) {
        if (!reachable) {
            LOG.info("Redis answers again");
            reachable = true;
        }
        if (!answered || nanos - answeredNanos > LIVE.toNanos()) {
            steadySinceNanos = nanos;
        }
        answered = true;
        answeredNanos = nanos;
        leased = Set.copyOf(reply.held().keySet());
        table.reconcile(reply.held());
        Set<Integer> share = share(reply.liveBeats());
        if (!share.equals(wanted)) {
            LOG.infof(
                    "Share of partitions changed beats=%d share=%d",
                    reply.liveBeats().size(), share.size());
            wanted = share;
            table.keepOnly(share);
            // What is another's goes back at once, so that a planned move leaves no gap worth naming.
            nextRoundNanos = nanos;
        }
    }

    private Set<Integer> share(Set<String> liveBeats) {
        List<String> owners = Rendezvous.assign(partitions, liveBeats);
        return IntStream.range(0, partitions)
                .filter(partition -> owners.get(partition).equals(holder))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private void failed(Throwable fault) {
        if (reachable) {
            LOG.warnf("Redis does not answer fault=%s", fault);
            reachable = false;
        }
    }

    /** How many nanoseconds no round is to be begun, unless the answer to the last one comes first. */
    public long restNanos(long nanos) {
        return underWay ? Long.MAX_VALUE : Math.max(0, nextRoundNanos - nanos);
    }

    /** The partitions that were this beat's own at its last heartbeat, those without any schedule among them. */
    public Set<Integer> leased() {
        return leased;
    }

    /** For how long Redis has answered without a gap. */
    public Duration steadyFor(long nanos) {
        boolean steady = answered && nanos - answeredNanos < LIVE.toNanos();
        return steady ? Duration.ofNanos(nanos - steadySinceNanos) : Duration.ZERO;
    }

    /** When Redis last answered, by the local monotonic clock; 0 when it never did. */
    public long answeredNanos() {
        return answeredNanos;
    }
}
