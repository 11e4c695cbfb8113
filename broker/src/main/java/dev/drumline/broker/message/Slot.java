// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A place in a message at which one differs from another: the first four with each occurrence, the others with each entry. */
enum Slot {
    TASK_ID,
    DUE_TIME,
    ENQUEUED_TIME,
    EXPIRY,
    BODY,
    ARGS_REPR,
    KWARGS_REPR,
    ENTRY_ID;

    // Random, so that no argument or header can hold it.
    private static final String SECRET = UUID.randomUUID().toString();

    /** Stands for the slot's value while the message is written as JSON. */
    String token() {
        return SECRET + name();
    }

    static int indexOfNext(String text, int from) {
        return text.indexOf(SECRET, from);
    }

    /** The slot whose token begins there. */
    static Slot at(String text, int index) {
        Optional<Slot> slot = Stream.of(values())
                .filter(candidate -> text.startsWith(candidate.token(), index))
                .findFirst();
        return slot.orElseThrow();
    }
}
