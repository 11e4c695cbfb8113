// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import dev.drumline.broker.work.ClaimAnswer;
import dev.drumline.broker.work.ClaimAnswer.Status;
import dev.drumline.broker.work.Claimed;
import dev.drumline.broker.work.Finish;
import dev.drumline.broker.work.Revocations;
import dev.drumline.broker.work.WorkLink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A broker of one queue, in memory, that can be down and can lose answers. */
final class FakeWork implements WorkLink {

    final Deque<Claimed> queue = new ConcurrentLinkedDeque<>();
    final Map<String, Claimed> held = new ConcurrentHashMap<>();
    final Set<String> members = ConcurrentHashMap.newKeySet();
    final List<Finish> finished = new CopyOnWriteArrayList<>();
    final List<Integer> claimSizes = new ArrayList<>();
    Revocations revoked = Revocations.NONE;
    int restores;
    boolean down;
    boolean losesAnswers;

    private synchronized <T> CompletionStage<T> answer(Supplier<T> action) {
        if (down) {
            return CompletableFuture.failedFuture(new IllegalStateException("down"));
        }
        T answer = action.get();
        return losesAnswers
                ? CompletableFuture.failedFuture(new IllegalStateException("answer lost"))
                : CompletableFuture.completedFuture(answer);
    }

    @Override
    public CompletionStage<ClaimAnswer> claim(String worker, int most, long knownRevoked) {
        return answer(() -> {
            claimSizes.add(most);
            if (!members.contains(worker)) {
                return new ClaimAnswer(Status.GONE, Instant.EPOCH, 0, List.of(), Revocations.NONE, List.of());
            }
            List<Claimed> taken = new ArrayList<>();
            while (taken.size() < most && !queue.isEmpty()) {
                Claimed next = queue.poll();
                held.put(next.tag(), next);
                taken.add(next);
            }
            Status status = taken.isEmpty() ? Status.EMPTY : Status.TAKEN;
            return new ClaimAnswer(status, Instant.EPOCH, 0, List.of(), revokedAfter(knownRevoked), taken);
        });
    }

    @Override
    public CompletionStage<Refreshed> refresh(String worker, byte[] status, Intent intent, long knownRevoked) {
        return answer(() -> {
            if (intent == Intent.JOIN) {
                members.add(worker);
            }
            Membership membership = members.contains(worker) ? Membership.ALIVE : Membership.GONE;
            return new Refreshed(membership, revokedAfter(knownRevoked));
        });
    }

    private Revocations revokedAfter(long known) {
        return revoked.through() > known ? revoked : Revocations.NONE;
    }

    @Override
    public CompletionStage<List<Boolean>> finish(String worker, List<Finish> finishes) {
        return answer(() -> finishes.stream().map(this::finish).toList());
    }

    private boolean finish(Finish finish) {
        boolean mine = held.remove(finish.tag()) != null;
        if (mine) {
            finished.add(finish);
        }
        return mine;
    }

    @Override
    public CompletionStage<Integer> handBack(String worker, List<String> tags) {
        return answer(() -> (int) tags.stream().filter(this::giveBack).count());
    }

    @Override
    public CompletionStage<Integer> leave(String worker) {
        return answer(() -> {
            members.remove(worker);
            return (int)
                    List.copyOf(held.keySet()).stream().filter(this::giveBack).count();
        });
    }

    private boolean giveBack(String tag) {
        Claimed message = held.remove(tag);
        if (message != null) {
            queue.addFirst(message);
        }
        return message != null;
    }

    @Override
    public CompletionStage<List<Restored>> restore(Duration silence) {
        return answer(() -> {
            restores++;
            return List.of();
        });
    }
}
