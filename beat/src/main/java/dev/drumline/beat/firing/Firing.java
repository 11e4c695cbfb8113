// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import dev.drumline.beat.clock.Arrived;
import dev.drumline.beat.clock.RedisClock;
import dev.drumline.broker.partition.FireAnswer;
import dev.drumline.broker.partition.FireReply;
import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.schedule.MissReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** Fires what is due: one call for all partitions that have something, a few calls under way at once. */
public final class Firing {

    private static final Logger LOG = Logger.getLogger(Firing.class);

    private static final int OCCURRENCES_A_CALL = 1_000;
    private static final int CALLS_UNDER_WAY = 4;

    private final String holder;
    private final FiringStore store;
    private final PartitionTable table;
    private final RedisClock clock;
    private final FiringListener listener;
    private final Mailbox mailbox;
    private QueueSettings queues = QueueSettings.NONE;
    private int underWay;

    public Firing(
            String holder,
            FiringStore store,
            PartitionTable table,
            RedisClock clock,
            FiringListener listener,
            Mailbox mailbox) {
        this.holder = holder;
        this.store = store;
        this.table = table;
        this.clock = clock;
        this.listener = listener;
        this.mailbox = mailbox;
    }

    public void use(QueueSettings settings) {
        queues = settings;
    }

    /**
     * A time before which nothing can be fired, in milliseconds.
     *
     * @param nowMillis by Redis' clock
     */
    public long nextDue(long nowMillis) {
        if (underWay >= CALLS_UNDER_WAY) {
            return Long.MAX_VALUE;
        }
        long nextDue = Long.MAX_VALUE;
        for (HeldPartition partition : table.held()) {
            if (partition.isReady()) {
                nextDue = Math.min(nextDue, partition.nextDue(nowMillis));
            }
        }
        return nextDue;
    }

    /**
     * @param nowMillis by Redis' clock
     * @param nanoTime tells when an answer arrived
     */
    public void fireDue(long nowMillis, LongSupplier nanoTime) {
        while (underWay < CALLS_UNDER_WAY) {
            Map<HeldPartition, PlannedBatch> call = collect(nowMillis);
            if (call.isEmpty()) {
                return;
            }
            send(call, nanoTime);
        }
    }

    private Map<HeldPartition, PlannedBatch> collect(long nowMillis) {
        Map<HeldPartition, PlannedBatch> call = new LinkedHashMap<>();
        int room = OCCURRENCES_A_CALL;
        for (HeldPartition partition : table.held()) {
            if (room > 0 && partition.isReady() && partition.nextDue(nowMillis) <= nowMillis) {
                PlannedBatch planned =
                        partition.collect(nowMillis, room, queues).orElse(null);
                if (planned != null) {
                    partition.busy(true);
                    call.put(partition, planned);
                    room -= planned.due().size();
                }
            }
        }
        return call;
    }

    private void send(Map<HeldPartition, PlannedBatch> call, LongSupplier nanoTime) {
        underWay++;
        long sentNanos = nanoTime.getAsLong();
        List<HeldPartition> partitions = List.copyOf(call.keySet());
        List<PlannedBatch> planned = List.copyOf(call.values());
        store.fire(holder, planned.stream().map(PlannedBatch::batch).toList())
                .thenApply(reply -> new Arrived<>(reply, sentNanos, nanoTime.getAsLong()))
                .whenCompleteAsync(
                        (arrived, fault) -> {
                            underWay--;
                            partitions.forEach(partition -> partition.busy(false));
                            if (fault == null) {
                                answered(partitions, planned, arrived);
                            } else {
                                // It may have been carried out: only the marks in Redis can tell.
                                LOG.warnf("Fire has no answer partitions=%d fault=%s", partitions.size(), fault);
                                partitions.forEach(table::drop);
                            }
                        },
                        mailbox);
    }

    private void answered(List<HeldPartition> partitions, List<PlannedBatch> planned, Arrived<FireReply> arrived) {
        List<FireAnswer> answers = arrived.answer().answers();
        for (int b = 0; b < answers.size(); b++) {
            HeldPartition partition = partitions.get(b);
            switch (answers.get(b).status()) {
                case FIRED ->
                    confirm(planned.get(b), answers.get(b), arrived.answer().redisMicros());
                case EARLY -> {
                    clock.observe(arrived.answer().redisMicros(), arrived);
                    partition.putBack(planned.get(b));
                }
                case EDITED -> {
                    partition.putBack(planned.get(b));
                    table.edited(partition, answers.get(b).version().orElse(0L));
                }
                case LOST, MOVED, MISSING, BROKEN -> {
                    LOG.infof(
                            "Batch refused; loading anew partition=%d status=%s",
                            partition.number(), answers.get(b).status());
                    table.drop(partition);
                }
            }
            table.applyChanges(partition);
        }
    }

    private void confirm(PlannedBatch planned, FireAnswer answer, long redisMicros) {
        planned.missed()
                .forEach((reason, occurrences) -> occurrences.forEach(
                        occurrence -> listener.missed(occurrence.entry().id(), reason)));
        for (int g = 0; g < planned.fired().size(); g++) {
            List<Occurrence> group = planned.fired().get(g);
            MissReason reason = answer.pushed().get(g) == FireAnswer.FORBIDDEN ? MissReason.RUNNING : MissReason.QUEUE;
            int pushed = Math.max(0, answer.pushed().get(g));
            group.subList(0, pushed)
                    .forEach(occurrence ->
                            listener.fired(occurrence.entry().id(), redisMicros - occurrence.dueMillis() * 1_000));
            group.subList(pushed, group.size())
                    .forEach(occurrence -> listener.missed(occurrence.entry().id(), reason));
        }
    }
}
