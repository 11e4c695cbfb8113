// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import dev.drumline.broker.Keys;
import dev.drumline.broker.delayed.Delayed;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** FINISH for a batch of messages; {@code finish.lua} has the card. */
final class FinishScript {

    private static final Script SCRIPT = Script.of(FinishScript.class, "finish");

    private static final long NO_RESULT = -1;

    private final Keys keys;

    FinishScript(Keys keys) {
        this.keys = keys;
    }

    CompletionStage<List<Boolean>> call(RedisLink link, String worker, List<Finish> finishes) {
        List<String> names =
                new ArrayList<>(List.of(Keys.UNACKED, Keys.UNACKED_INDEX, keys.inflight(worker), keys.deliveries()));
        List<byte[]> arguments = new ArrayList<>();
        finishes.forEach(finish -> write(finish, names, arguments));
        return SCRIPT.call(link, names, arguments)
                .thenApply(answer ->
                        answer.stream().map(one -> Script.number(one) == 1).toList());
    }

    private void write(Finish finish, List<String> names, List<byte[]> arguments) {
        arguments.add(Script.arg(finish.tag()));
        long keepSeconds = finish.result().map(StoredResult::keepSeconds).orElse(NO_RESULT);
        arguments.add(Script.arg(keepSeconds));
        finish.result().ifPresent(result -> {
            names.add(Keys.result(result.taskId()));
            arguments.add(result.json());
        });
        arguments.add(Script.arg(finish.followers().size()));
        finish.followers().forEach(follower -> write(follower, names, arguments));
    }

    private void write(Follower follower, List<String> names, List<byte[]> arguments) {
        switch (follower) {
            case Follower.Push push -> {
                names.addAll(List.of(Keys.queueList(push.queue(), push.priority()), keys.dead(push.queue())));
                arguments.addAll(List.of(Script.arg("PUSH"), push.message()));
            }
            case Follower.Delay delay -> {
                names.add(keys.delayed(delay.partition()));
                arguments.addAll(List.of(
                        Script.arg("DELAY"),
                        Script.arg(delay.due().toEpochMilli()),
                        Delayed.member(delay.list(), delay.message())));
            }
            case Follower.Free free -> {
                names.add(keys.running(free.entryId()));
                arguments.addAll(List.of(Script.arg("FREE"), Script.arg(free.taskId())));
            }
            case Follower.Bury bury -> {
                names.add(keys.dead(bury.queue()));
                arguments.addAll(List.of(
                        Script.arg("BURY"),
                        Script.arg(bury.list()),
                        Script.arg(bury.reason().replace('\n', ' ')),
                        bury.message()));
            }
        }
    }
}
