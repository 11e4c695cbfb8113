// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.partition.FireAnswer;
import dev.drumline.broker.partition.FireBatch;
import dev.drumline.broker.partition.FireReply;
import dev.drumline.broker.partition.FiringStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Believes that a batch without an answer was not applied, and does not look at the mark to see. */
final class TakesSilenceForRefusal extends Stubborn {

    private final Set<Integer> unanswered = new HashSet<>();

    TakesSilenceForRefusal(FiringStore store) {
        super(store);
    }

    @Override
    public CompletionStage<FireReply> fire(String holder, List<FireBatch> batches) {
        return fire(
                        holder,
                        batches,
                        refused -> unanswered.remove(refused.batch().partition()))
                .exceptionally(fault -> {
                    batches.forEach(batch -> unanswered.add(batch.partition()));
                    return new FireReply(
                            0,
                            batches.stream()
                                    .map(TakesSilenceForRefusal::refused)
                                    .toList());
                });
    }

    private static FireAnswer refused(FireBatch batch) {
        return new FireAnswer(
                FireAnswer.Status.EDITED, Optional.of(batch.from()), Optional.of(batch.version()), List.of());
    }
}
