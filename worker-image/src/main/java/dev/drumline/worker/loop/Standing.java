// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The name under which this process works, and whether the broker knows it. A worker that was declared dead goes on
 * under a new name: nothing that the old one still finishes may count.
 */
final class Standing {

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

    /** True the first time that this name is lost. */
    synchronized boolean lost(String lostName) {
        boolean mine = lostName.equals(name);
        if (mine) {
            name = names.get();
            joined = false;
        }
        return mine;
    }
}
