// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Answers of Redis, waiting to be handled on the beat's own thread. */
public final class Mailbox implements Executor {

    private final Queue<Runnable> letters = new ConcurrentLinkedQueue<>();
    private final Runnable wakeUp;

    /** @param wakeUp called for each letter, on the thread that brings it */
    public Mailbox(Runnable wakeUp) {
        this.wakeUp = wakeUp;
    }

    @Override
    public void execute(Runnable letter) {
        letters.add(letter);
        wakeUp.run();
    }

    public void open() {
        for (Runnable letter = letters.poll(); letter != null; letter = letters.poll()) {
            letter.run();
        }
    }
}
