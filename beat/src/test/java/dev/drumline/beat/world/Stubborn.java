// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.partition.FireAnswer;
import dev.drumline.broker.partition.FireBatch;
import dev.drumline.broker.partition.FireReply;
import dev.drumline.broker.partition.FiringStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Sends a batch that was refused for its mark once more, from whatever mark is stored, instead of beginning there anew. */
abstract class Stubborn extends Passing {

    Stubborn(FiringStore store) {
        super(store);
    }

    /** Fires, and fires again what this says of those that were refused. */
    CompletionStage<FireReply> fire(String holder, List<FireBatch> batches, Predicate<Refused> again) {
        return super.fire(holder, batches).thenCompose(reply -> {
            List<Integer> places = new ArrayList<>();
            List<FireBatch> moved = new ArrayList<>();
            for (int b = 0; b < batches.size(); b++) {
                FireAnswer answer = reply.answers().get(b);
                if (answer.status() == FireAnswer.Status.MOVED && again.test(new Refused(batches.get(b), answer))) {
                    places.add(b);
                    moved.add(from(batches.get(b), answer));
                }
            }
            return moved.isEmpty()
                    ? CompletableFuture.completedStage(reply)
                    : super.fire(holder, moved).thenApply(second -> merge(reply, places, second));
        });
    }

    /** @param answer says that the mark is elsewhere */
    record Refused(FireBatch batch, FireAnswer answer) {}

    private static FireBatch from(FireBatch batch, FireAnswer answer) {
        return new FireBatch(
                batch.partition(),
                answer.mark().orElseThrow(),
                batch.to(),
                batch.version(),
                batch.notBeforeMillis(),
                batch.missed(),
                batch.groups());
    }

    private static FireReply merge(FireReply first, List<Integer> places, FireReply second) {
        List<FireAnswer> answers = new ArrayList<>(first.answers());
        for (int i = 0; i < places.size(); i++) {
            answers.set(places.get(i), second.answers().get(i));
        }
        return new FireReply(second.redisMicros(), answers);
    }
}
