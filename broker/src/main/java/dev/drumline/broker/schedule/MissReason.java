// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an occurrence was let go. */
public enum MissReason {
    /** Later than {@code startingDeadlineSeconds}. */
    DEADLINE,
    /** Several were overdue, and {@code catchUp} asks for the latest alone. */
    SUPERSEDED,
    /** Its queue is full, or the queue's key is not a list. */
    QUEUE,
    /** The one before it has not ended, and {@code concurrencyPolicy} is Forbid. */
    RUNNING;

    /** As metrics, reports and {@code fire.lua} have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, with spaces between. */
    static String labels() {
        return Stream.of(values()).map(MissReason::label).collect(Collectors.joining(" "));
    }

    /** Empty for a reason of a later version. */
    static Optional<MissReason> ofLabel(String label) {
        return Stream.of(values())
                .filter(reason -> reason.label().equals(label))
                .findFirst();
    }
}
