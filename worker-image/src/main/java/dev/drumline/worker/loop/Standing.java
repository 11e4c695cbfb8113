// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import dev.drumline.worker.log.Fact;
import dev.drumline.worker.log.Log;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The name under which this process works, and whether the broker knows it. A worker that was declared dead goes on
 * under a new name: nothing that the old one still finishes may count.
 */
final class Standing {

    private static final Log LOG = Log.of(Standing.class);

    private final Supplier<String> names;
    private String name;
    private boolean joined;

    /** @param names a new one each time */
    Standing(Supplier<String> names) {
        this.names = names;
        this.name = names.get();
    }

    synchronized String name() {
        return name;
    }

    synchronized boolean isJoined() {
        return joined;
    }

    /** The name, where it may claim. */
    synchronized Optional<String> joinedName() {
        return joined ? Optional.of(name) : Optional.empty();
    }

    synchronized void joined(String asName) {
        joined = joined || asName.equals(name);
    }

    synchronized void lost(String lostName) {
        if (lostName.equals(name)) {
            LOG.warn("Was declared dead and takes a new name", Fact.WORKER, name);
            name = names.get();
            joined = false;
        }
    }
}
