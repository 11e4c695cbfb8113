// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import java.util.HashSet;
import java.util.Set;

/** The process that a {@link Server} is: it can be down, hang, be out of memory, and not know a script. */
final class Host {

    private final Set<String> scripts = new HashSet<>();
    private int life;
    private boolean up = true;
    private long hangsUntilNanos;
    private boolean outOfMemory;

    void kill() {
        up = false;
        life++;
        scripts.clear();
    }

    void start() {
        up = true;
    }

    boolean isUp() {
        return up;
    }

    /** Counts its starts: what was sent to an earlier life never arrives. */
    int life() {
        return life;
    }

    void hangUntil(long nanos) {
        hangsUntilNanos = Math.max(hangsUntilNanos, nanos);
    }

    long hangsUntilNanos() {
        return hangsUntilNanos;
    }

    void outOfMemory(boolean full) {
        outOfMemory = full;
    }

    boolean isOutOfMemory() {
        return outOfMemory;
    }

    void forgetScripts() {
        scripts.clear();
    }

    boolean knows(String script) {
        return scripts.contains(script);
    }

    void learn(String script) {
        scripts.add(script);
    }
}
