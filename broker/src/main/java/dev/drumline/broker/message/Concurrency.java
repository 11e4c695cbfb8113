// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

/** What becomes of an occurrence that is due while the one before it has not ended. */
public enum Concurrency {
    /** It is let go. */
    FORBID("Forbid"),
    /** It is queued, and the one before it is revoked. */
    REPLACE("Replace");

    private final String label;

    Concurrency(String label) {
        this.label = label;
    }

    /** As the header {@code drumline_concurrency} has it. */
    public String label() {
        return label;
    }
}
