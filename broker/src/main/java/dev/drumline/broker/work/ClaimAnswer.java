// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import java.time.Instant;
import java.util.List;

/**
 * What came of a claim.
 *
 * @param redisTime Redis' clock at the claim, to compare etas and expiries with
 * @param setAside how many elements went to the dead letters because no worker could ever read them
 * @param skippedKeys lists, or their dead letters, that hold another type
 * @param revoked what was revoked since the worker last heard of it; none of the messages was revoked before but what it
 *     knows then
 */
public record ClaimAnswer(
        Status status,
        Instant redisTime,
        int setAside,
        List<String> skippedKeys,
        Revocations revoked,
        List<Claimed> messages) {

    /** GONE: the worker isn't known or was declared dead, and took nothing. */
    public enum Status {
        TAKEN,
        EMPTY,
        GONE
    }
}
