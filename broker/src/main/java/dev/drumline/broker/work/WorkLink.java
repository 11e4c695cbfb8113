// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A worker's side of the broker. Every stage fails when Redis refuses or its answer is lost; then nothing is known of
 * the outcome, and asking again is always safe.
 */
public interface WorkLink {

    /**
     * Takes messages of the most urgent list that has any.
     *
     * @param most 1 to 1000
     * @param knownRevoked {@link Revocations#through} of the last ones that the worker heard of
     */
    CompletionStage<ClaimAnswer> claim(String worker, int most, long knownRevoked);

    /**
     * Says that the worker lives and that what it holds is being worked on.
     *
     * @param status the worker's JSON for the status
     * @param knownRevoked as for a claim
     */
    CompletionStage<Refreshed> refresh(String worker, byte[] status, Intent intent, long knownRevoked);

    /** Acks messages, with their results and what follows from them; true where the message was still this worker's. */
    CompletionStage<List<Boolean>> finish(String worker, List<Finish> finishes);

    /** Puts messages back to the front of their lists; how many were still this worker's. */
    CompletionStage<Integer> handBack(String worker, List<String> tags);

    /** Puts all back that the worker holds and forgets the worker; how many messages went back. */
    CompletionStage<Integer> leave(String worker);

    /**
     * Declares every worker dead that was silent for so long, and puts back what it held: at most some 500 messages a
     * call. To be called each second, by whoever has itself heard from Redis without a gap: after an outage every worker
     * seems silent.
     */
    CompletionStage<List<Restored>> restore(Duration silence);

    /** Whether a refresh may bring a new name or must find the worker known. */
    enum Intent {
        JOIN,
        STAY
    }

    /** Whether the worker counts as living. */
    enum Membership {
        ALIVE,
        GONE
    }

    /** @param revoked what was revoked since the worker last heard of it, though not all at once where it is much */
    record Refreshed(Membership membership, Revocations revoked) {}

    /** A worker that was declared dead, and how many of its messages went back in this call. */
    record Restored(String worker, int messages) {}
}
