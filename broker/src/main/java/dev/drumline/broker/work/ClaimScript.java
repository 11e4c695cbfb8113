// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import dev.drumline.broker.Keys;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** CLAIM for one set of queues; {@code claim.lua} has the card. */
final class ClaimScript {

    private static final Script SCRIPT = Script.of(ClaimScript.class, "claim");

    private static final int FIRST_MESSAGE = 6;

    private final Keys keys;
    private final List<String> lists = new ArrayList<>();
    private final List<String> queueOfList = new ArrayList<>();

    /** @param queues the first is served first among messages of like priority */
    ClaimScript(Keys keys, List<String> queues) {
        this.keys = keys;
        for (int step = 0; step < Keys.PRIORITY_STEPS.size(); step++) {
            for (String queue : queues) {
                lists.add(Keys.queueLists(queue).get(step));
                queueOfList.add(queue);
            }
        }
    }

    CompletionStage<ClaimAnswer> call(RedisLink link, String worker, int most, long knownRevoked) {
        return SCRIPT.call(link, keysFor(worker), arguments(worker, most, knownRevoked))
                .thenApply(this::answer);
    }

    private List<String> keysFor(String worker) {
        List<String> all = new ArrayList<>(List.of(
                Keys.UNACKED,
                Keys.UNACKED_INDEX,
                keys.inflight(worker),
                keys.deliveries(),
                keys.workers(),
                keys.revoked()));
        all.addAll(lists);
        queueOfList.forEach(queue -> all.add(keys.dead(queue)));
        return all;
    }

    private List<byte[]> arguments(String worker, int most, long knownRevoked) {
        List<byte[]> all = new ArrayList<>(
                List.of(Script.arg(worker), Script.arg(most), Script.arg(Json.MAX_BYTES), Script.arg(knownRevoked)));
        queueOfList.forEach(queue -> all.add(Script.arg(queue)));
        return all;
    }

    private ClaimAnswer answer(List<Object> answer) {
        String list = Script.text(answer.get(2));
        String queue = list.isEmpty() ? "" : queueOfList.get(lists.indexOf(list));
        String skipped = Script.text(answer.get(4));
        List<Claimed> messages = new ArrayList<>();
        for (int i = FIRST_MESSAGE; i < answer.size(); i += 3) {
            int deliveries = (int) Script.number(answer.get(i + 2));
            messages.add(new Claimed(Script.text(answer.get(i + 1)), queue, list, (byte[]) answer.get(i), deliveries));
        }
        return new ClaimAnswer(
                ClaimAnswer.Status.valueOf(Script.text(answer.get(0))),
                Instant.ofEpochMilli(Script.number(answer.get(1))),
                (int) Script.number(answer.get(3)),
                skipped.isEmpty() ? List.of() : List.of(skipped.split("\n")),
                Revocations.read(Script.array(answer.get(FIRST_MESSAGE - 1))),
                messages);
    }
}
