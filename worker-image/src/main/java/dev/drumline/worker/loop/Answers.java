// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Waits for Redis. */
final class Answers {

    private static final long LONGEST_SECONDS = 10;

    private Answers() {}

    /** @throws RuntimeException when there is no answer; the link's own timeout comes first */
    static <T> T of(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
