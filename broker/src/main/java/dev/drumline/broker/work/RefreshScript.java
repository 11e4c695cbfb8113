// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** REFRESH; {@code refresh.lua} has the card. */
final class RefreshScript {

    private static final Script SCRIPT = Script.of(RefreshScript.class, "refresh");

    private static final long STATUS_SECONDS = 15;

    private final Keys keys;

    RefreshScript(Keys keys) {
        this.keys = keys;
    }

    CompletionStage<WorkLink.Refreshed> call(
            RedisLink link, String worker, byte[] status, WorkLink.Intent intent, long knownRevoked) {
        List<String> names =
                List.of(keys.workers(), keys.worker(worker), keys.inflight(worker), Keys.UNACKED_INDEX, keys.revoked());
        List<byte[]> arguments = List.of(
                Script.arg(worker),
                status,
                Script.arg(STATUS_SECONDS),
                Script.arg(intent.name()),
                Script.arg(knownRevoked));
        return SCRIPT.call(link, names, arguments)
                .thenApply(answer -> new WorkLink.Refreshed(
                        WorkLink.Membership.valueOf(Script.text(answer.getFirst())),
                        Revocations.read(Script.array(answer.getLast()))));
    }
}
