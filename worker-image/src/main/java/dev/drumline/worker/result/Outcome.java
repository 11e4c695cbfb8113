// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.result;

import java.util.Locale;

/** How a message ended, in one word; the label of the metrics. */
public enum Outcome {
    SUCCEEDED,
    FAILED,
    RETRIED,
    EXPIRED,
    REVOKED,
    POSTPONED,
    /** Set aside as a dead letter. */
    DEAD,
    /** It was another worker's by then: the finish was refused. */
    SUPERSEDED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
