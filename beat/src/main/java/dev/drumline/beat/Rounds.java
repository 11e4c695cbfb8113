// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat;

import dev.drumline.beat.firing.Mailbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Calls that are made again and again, each kind one at a time. One that fails is made again in its next round. */
final class Rounds {

    private final Mailbox mailbox;
    private final Map<String, Long> nextNanos = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private long restNanos;

    Rounds(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Begins a turn of the beat. */
    void begin() {
        restNanos = Long.MAX_VALUE;
    }

    <T> void each(Duration period, String kind, long nanos, Supplier<CompletionStage<T>> call, Consumer<T> answered) {
        if (underWay.contains(kind)) {
            return;
        }
        long wait = nextNanos.getOrDefault(kind, nanos) - nanos;
        if (wait > 0) {
            restNanos = Math.min(restNanos, wait);
            return;
        }
        underWay.add(kind);
        nextNanos.put(kind, nanos + period.toNanos());
        call.get()
                .whenCompleteAsync(
                        (answer, fault) -> {
                            underWay.remove(kind);
                            if (fault == null) {
                                answered.accept(answer);
                            }
                        },
                        mailbox);
    }

    /** How many nanoseconds no call of this turn's kinds is to be made again, unless an answer comes first. */
    long restNanos() {
        return restNanos;
    }
}
