// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Waits for Redis; a command has its own time limit, so this ends. */
public final class Await {
    private Await() {}

    /** @throws RedisUnreachableException when there was no answer */
    public static <T> T answer(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw RedisUnreachableException.of(e);
        }
    }
}
