// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import java.time.Instant;

/** What is done if and only if the message that it follows was acked. */
@SuppressWarnings("ArrayRecordComponent")
public sealed interface Follower {

    /** @param priority 0 to 9, 0 is served first */
    record Push(String queue, int priority, byte[] message) implements Follower {}

    /**
     * Goes onto its list at {@code due}, by Redis' clock.
     *
     * @param partition whose delayed messages it joins
     */
    record Delay(int partition, Instant due, String list, byte[] message) implements Follower {}

    /** The entry's next occurrence may be queued, unless it is another than this task that it waits for. */
    record Free(String entryId, String taskId) implements Follower {}

    /** Is set aside with a sentence that says why. */
    record Bury(String queue, String list, String reason, byte[] message) implements Follower {}
}
