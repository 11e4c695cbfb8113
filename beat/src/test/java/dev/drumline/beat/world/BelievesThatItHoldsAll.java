// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.partition.LeaseReply;
import dev.drumline.broker.partition.LeaseRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whatever Redis says of leases, it fires every partition. */
final class BelievesThatItHoldsAll extends Passing {

    private final int partitions;

    BelievesThatItHoldsAll(FiringStore store, int partitions) {
        super(store);
        this.partitions = partitions;
    }

    @Override
    public CompletionStage<LeaseReply> lease(LeaseRequest request) {
        return super.lease(request).thenCompose(reply -> {
            Map<Integer, LeaseReply.State> held = new TreeMap<>(reply.held());
            CompletionStage<Void> all = CompletableFuture.completedStage(null);
            for (int p = 0; p < partitions; p++) {
                int partition = p;
                all = all.thenCombine(load(partition), (none, loaded) -> {
                    held.putIfAbsent(partition, loaded.state());
                    return none;
                });
            }
            // Alone in the world, so that no share of it is another's.
            return all.thenApply(none -> new LeaseReply(reply.redisMicros(), Set.of(request.holder()), held));
        });
    }
}
