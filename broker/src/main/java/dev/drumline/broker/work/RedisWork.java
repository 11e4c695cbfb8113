// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The work of some queues on a Redis. */
public final class RedisWork implements WorkLink {

    private final RedisLink link;
    private final ClaimScript claim;
    private final RefreshScript refresh;
    private final FinishScript finish;
    private final GiveBackScript giveBack;

    /** @param queues claimed from in this order among messages of like priority; none for one who only restores */
    public RedisWork(RedisLink link, Keys keys, List<String> queues) {
        this.link = link;
        this.claim = new ClaimScript(keys, queues);
        this.refresh = new RefreshScript(keys);
        this.finish = new FinishScript(keys);
        this.giveBack = new GiveBackScript(keys);
    }

    @Override
    public CompletionStage<ClaimAnswer> claim(String worker, int most, long knownRevoked) {
        return claim.call(link, worker, most, knownRevoked);
    }

    @Override
    public CompletionStage<Refreshed> refresh(String worker, byte[] status, Intent intent, long knownRevoked) {
        return refresh.call(link, worker, status, intent, knownRevoked);
    }

    @Override
    public CompletionStage<List<Boolean>> finish(String worker, List<Finish> finishes) {
        return finish.call(link, worker, finishes);
    }

    @Override
    public CompletionStage<Integer> handBack(String worker, List<String> tags) {
        return tags.isEmpty() ? CompletableFuture.completedFuture(0) : giveBack.hand(link, worker, tags);
    }

    @Override
    public CompletionStage<Integer> leave(String worker) {
        return giveBack.leave(link, worker);
    }

    @Override
    public CompletionStage<List<Restored>> restore(Duration silence) {
        return giveBack.restore(link, silence);
    }
}
