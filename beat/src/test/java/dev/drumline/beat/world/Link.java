// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.delayed.Delayed;
import dev.drumline.broker.partition.FireBatch;
import dev.drumline.broker.partition.FireReply;
import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.partition.LeaseReply;
import dev.drumline.broker.partition.LeaseRequest;
import dev.drumline.broker.partition.PartitionSnapshot;
import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.schedule.Changes;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.broker.work.WorkLink;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The store as a beat sees it: each call travels to the server, and its answer back. */
final class Link implements FiringStore {

    private final Wire wire;
    private final Server server;

    Link(Wire wire, Server server) {
        this.wire = wire;
        this.server = server;
    }

    @Override
    public CompletionStage<FireReply> fire(String holder, List<FireBatch> batches) {
        return wire.writing("fire", () -> done(() -> server.fire(holder, batches)));
    }

    @Override
    public CompletionStage<LeaseReply> lease(LeaseRequest request) {
        return wire.writing("lease", () -> done(() -> server.lease(request)));
    }

    @Override
    public CompletionStage<Integer> leave(String holder) {
        return wire.script("leave", () -> server.store().leave(holder));
    }

    @Override
    public CompletionStage<PartitionSnapshot> load(int partition) {
        return wire.script("load", () -> server.store().load(partition));
    }

    @Override
    public CompletionStage<List<StoredEntry>> read(int partition, List<String> ids) {
        return wire.command(() -> server.store().read(partition, ids));
    }

    @Override
    public CompletionStage<String> lastChange() {
        return wire.command(() -> server.store().lastChange());
    }

    @Override
    public CompletionStage<Changes> changes(String afterId) {
        return wire.command(() -> server.store().changes(afterId));
    }

    @Override
    public CompletionStage<QueueSettings> queueSettings() {
        return wire.command(() -> server.store().queueSettings());
    }

    @Override
    public CompletionStage<List<WorkLink.Restored>> restore(Duration silence) {
        return wire.script("give_back", () -> server.store().restore(silence));
    }

    @Override
    public CompletionStage<Delayed.Moved> moveDelayed(Collection<Integer> partitions, int limit) {
        // In order, whatever set they come in.
        Collection<Integer> sorted = new TreeSet<>(partitions);
        return wire.writing("move", () -> done(() -> server.move(sorted, limit)));
    }

    private static <T> CompletionStage<T> done(Supplier<T> script) {
        return CompletableFuture.completedStage(script.get());
    }
}
