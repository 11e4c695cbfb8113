// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What becomes of occurrences that could not be fired in time.
 *
 * @param startingDeadlineSeconds later than this after its due time an occurrence is missed; null: however late
 * @param catchUp which of several overdue occurrences are fired; the latest alone when null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MissPolicy(Long startingDeadlineSeconds, CatchUp catchUp) {

    public static final MissPolicy DEFAULT = new MissPolicy(null, null);

    public enum CatchUp {
        LATEST,
        ALL
    }

    public boolean onlyLatest() {
        return catchUp != CatchUp.ALL;
    }

    /** Whether an occurrence so late, in milliseconds, is missed. */
    public boolean pastDeadline(long lateMillis) {
        return startingDeadlineSeconds != null && lateMillis > startingDeadlineSeconds * 1000;
    }
}
