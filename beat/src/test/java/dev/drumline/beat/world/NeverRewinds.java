// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.partition.FireBatch;
import dev.drumline.broker.partition.FireReply;
import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.partition.LeaseReply;
import dev.drumline.broker.partition.LeaseRequest;
import dev.drumline.broker.partition.PartitionSnapshot;
import dev.drumline.broker.schedule.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** Goes on from where it fired last, though Redis has gone back behind that. */
final class NeverRewinds extends Stubborn {

    private final Map<Integer, Mark> fired = new HashMap<>();

    NeverRewinds(FiringStore store) {
        super(store);
    }

    @Override
    public CompletionStage<FireReply> fire(String holder, List<FireBatch> batches) {
        return fire(
                        holder,
                        batches,
                        refused -> isBehind(
                                refused.batch().partition(), refused.answer().mark()))
                .whenComplete((reply, fault) -> {
                    for (int b = 0; fault == null && b < batches.size(); b++) {
                        if (reply.answers().get(b).fired()) {
                            fired.put(batches.get(b).partition(), batches.get(b).to());
                        }
                    }
                });
    }

    @Override
    public CompletionStage<LeaseReply> lease(LeaseRequest request) {
        return super.lease(request).thenApply(reply -> {
            Map<Integer, LeaseReply.State> held = new TreeMap<>();
            reply.held().forEach((partition, state) -> held.put(partition, forward(partition, state)));
            return new LeaseReply(reply.redisMicros(), reply.liveBeats(), held);
        });
    }

    @Override
    public CompletionStage<PartitionSnapshot> load(int partition) {
        return super.load(partition)
                .thenApply(loaded -> new PartitionSnapshot(forward(partition, loaded.state()), loaded.entries()));
    }

    private LeaseReply.State forward(int partition, LeaseReply.State state) {
        return isBehind(partition, state.mark())
                ? new LeaseReply.State(Optional.of(fired.get(partition)), state.version())
                : state;
    }

    private boolean isBehind(int partition, Optional<Mark> stored) {
        Mark last = fired.get(partition);
        return last != null && stored.isPresent() && stored.get().compareTo(last) < 0;
    }
}
