// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.partition.LeaseReply;
import dev.drumline.broker.partition.PartitionSnapshot;
import dev.drumline.broker.schedule.Changes;
import dev.drumline.broker.schedule.StoredEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The partitions that this beat holds, kept as Redis has them.
 *
 * <p>There is one remedy for everything unexpected: the partition is dropped, and loaded anew once the next heartbeat
 * says that it is still held. Redis never loses anything by it, since FIRE compares marks.
 */
public final class PartitionTable {

    private static final Logger LOG = Logger.getLogger(PartitionTable.class);

    private final FiringStore store;
    private final Mailbox mailbox;
    private final BeatEntries entries;
    private final Map<Integer, HeldPartition> held = new HashMap<>();
    private final Set<Integer> loading = new HashSet<>();
    private String lastChange;
    private boolean readingChanges;
    private boolean readAgain;

    /** @param origin who sends, as messages name it */
    public PartitionTable(FiringStore store, Mailbox mailbox, String origin) {
        this.store = store;
        this.mailbox = mailbox;
        this.entries = new BeatEntries(origin);
    }

    /** Changes are followed from here on; partitions are loaded afterwards, so that none is missed. */
    public void followChangesAfter(String changeId) {
        lastChange = changeId;
    }

    public Collection<HeldPartition> held() {
        return held.values();
    }

    public long schedules() {
        return held.values().stream().mapToLong(HeldPartition::size).sum();
    }

    /** The queues onto which the entries go. */
    public Set<String> queues() {
        return held.values().stream()
                .flatMap(partition -> partition.queues().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    void drop(HeldPartition partition) {
        held.remove(partition.number(), partition);
    }

    /** Lets go of all others, so that no more of theirs is fired while they are given back. */
    public void keepOnly(Set<Integer> numbers) {
        held.keySet().retainAll(numbers);
    }

    /** Brings the table to what a heartbeat says: which partitions are held, and how they stand in Redis. */
    public void reconcile(Map<Integer, LeaseReply.State> leased) {
        held.keySet().retainAll(leased.keySet());
        boolean edited = false;
        for (var lease : leased.entrySet()) {
            HeldPartition partition = held.get(lease.getKey());
            if (partition == null) {
                load(lease.getKey(), lease.getValue());
            } else {
                long version = lease.getValue().version().orElse(0L);
                partition.sawVersion(version);
                edited |= partition.isBehind();
                if (partition.isAheadOf(version)) {
                    LOG.warnf("Redis has lost edits; loading anew partition=%d", partition.number());
                    drop(partition);
                } else if (!partition.isBusy() && !lease.getValue().mark().equals(Optional.of(partition.mark()))) {
                    LOG.warnf(
                            "Mark is not where it was left; loading anew partition=%d mark=%s stored=%s",
                            partition.number(),
                            partition.mark(),
                            lease.getValue().mark());
                    drop(partition);
                }
            }
        }
        if (edited) {
            readChanges();
        }
    }

    private void load(int number, LeaseReply.State state) {
        // Nothing was ever written to a partition without a mark: there is nothing to fire.
        if (state.mark().isEmpty() || !loading.add(number)) {
            return;
        }
        store.load(number)
                .whenCompleteAsync(
                        (snapshot, fault) -> {
                            loading.remove(number);
                            if (fault != null) {
                                LOG.warnf(
                                        "Partition could not be loaded partition=%d fault=%s", (Object) number, fault);
                            } else {
                                loaded(number, snapshot);
                            }
                        },
                        mailbox);
    }

    private void loaded(int number, PartitionSnapshot snapshot) {
        if (snapshot.state().mark().isEmpty() || snapshot.state().version().isEmpty()) {
            return;
        }
        HeldPartition partition = new HeldPartition(
                number,
                snapshot.state().mark().get(),
                snapshot.state().version().get());
        snapshot.entries().forEach(stored -> put(partition, stored));
        held.put(number, partition);
    }

    /** A row that can't be read harms no other. */
    private void put(HeldPartition partition, StoredEntry stored) {
        try {
            partition.put(entries.of(stored), stored.after());
        } catch (RuntimeException e) {
            LOG.errorf("Entry set aside entry=%s reason=%s", stored.id(), e);
        }
    }

    /** Redis refused a batch, since it has this version of the schedules. */
    void edited(HeldPartition partition, long version) {
        if (partition.isAheadOf(version)) {
            drop(partition);
        } else {
            partition.sawVersion(version);
            readChanges();
        }
    }

    /** Reads what was edited since, at once or as soon as the reading under way has ended. */
    private void readChanges() {
        if (readingChanges) {
            readAgain = true;
            return;
        }
        readingChanges = true;
        store.changes(lastChange)
                .whenCompleteAsync(
                        (changes, fault) -> {
                            readingChanges = false;
                            if (fault == null) {
                                lastChange = changes.lastId();
                                changes.changes().forEach(this::follow);
                            }
                            if (readAgain) {
                                readAgain = false;
                                readChanges();
                            } else if (fault == null) {
                                held.values().removeIf(HeldPartition::isBehind);
                            }
                        },
                        mailbox);
    }

    private void follow(Changes.Change change) {
        HeldPartition partition = held.get(change.partition());
        if (partition != null && partition.follow(change)) {
            applyChanges(partition);
        }
    }

    /** Brings in the edits that wait, unless a call about the partition is under way. */
    void applyChanges(HeldPartition partition) {
        if (partition.isBusy() || !partition.hasChanges()) {
            return;
        }
        partition.busy(true);
        HeldPartition.Pending pending = partition.takeChanges();
        List<String> ids = List.copyOf(pending.ids());
        store.read(partition.number(), ids)
                .whenCompleteAsync(
                        (entries, fault) -> {
                            partition.busy(false);
                            if (fault != null) {
                                drop(partition);
                                return;
                            }
                            ids.forEach(partition::remove);
                            entries.forEach(stored -> put(partition, stored));
                            applyChanges(partition);
                        },
                        mailbox);
    }
}
