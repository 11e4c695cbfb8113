// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import java.util.List;
import java.util.Optional;

/** The end of a message: what is stored, what follows, and the ack, all at once. */
public record Finish(String tag, Optional<StoredResult> result, List<Follower> followers) {

    public static Finish ack(String tag) {
        return new Finish(tag, Optional.empty(), List.of());
    }
}
