// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import java.util.Locale;

/** Why an occurrence was let go. */
public enum MissReason {
    /** Later than {@code startingDeadlineSeconds}. */
    DEADLINE,
    /** Several were overdue, and {@code catchUp} asks for the latest alone. */
    SUPERSEDED,
    /** Its queue is full, or the queue's key is not a list. */
    QUEUE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
