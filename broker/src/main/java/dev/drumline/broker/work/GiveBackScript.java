// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import dev.drumline.broker.work.WorkLink.Restored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** GIVE BACK: a worker's own hand-back, its leave, and the restore of dead ones; {@code give_back.lua} has the card. */
final class GiveBackScript {

    private static final Script SCRIPT = Script.of(GiveBackScript.class, "give_back");

    private static final int MOST_RESTORED = 500;

    private final Keys keys;

    GiveBackScript(Keys keys) {
        this.keys = keys;
    }

    CompletionStage<Integer> hand(RedisLink link, String worker, List<String> tags) {
        List<byte[]> words = new ArrayList<>(List.of(Script.arg("HAND"), Script.arg(worker)));
        tags.forEach(tag -> words.add(Script.arg(tag)));
        return call(link, tags.size(), words).thenApply(GiveBackScript::total);
    }

    CompletionStage<Integer> leave(RedisLink link, String worker) {
        return call(link, Integer.MAX_VALUE, List.of(Script.arg("LEAVE"), Script.arg(worker)))
                .thenApply(GiveBackScript::total);
    }

    CompletionStage<List<Restored>> restore(RedisLink link, Duration silence) {
        return call(link, MOST_RESTORED, List.of(Script.arg("RESTORE"), Script.arg(silence.toMillis())));
    }

    private CompletionStage<List<Restored>> call(RedisLink link, int most, List<byte[]> words) {
        List<String> names = List.of(keys.workers(), Keys.UNACKED, Keys.UNACKED_INDEX, keys.deliveries());
        List<byte[]> arguments = new ArrayList<>(List.of(
                Script.arg(keys.inflight("")),
                Script.arg(keys.worker("")),
                Script.arg(keys.dead("")),
                Script.arg(keys.running("")),
                Script.arg(most)));
        arguments.addAll(words);
        return SCRIPT.call(link, names, arguments).thenApply(GiveBackScript::answer);
    }

    private static List<Restored> answer(List<Object> answer) {
        List<Restored> workers = new ArrayList<>();
        for (int i = 0; i < answer.size(); i += 2) {
            workers.add(new Restored(Script.text(answer.get(i)), (int) Script.number(answer.get(i + 1))));
        }
        return workers;
    }

    private static int total(List<Restored> workers) {
        return workers.stream().mapToInt(Restored::messages).sum();
    }
}
