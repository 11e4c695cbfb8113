// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import java.io.ByteArrayOutputStream;
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
        List<String> names = new ArrayList<>(
                List.of(Keys.UNACKED, Keys.UNACKED_INDEX, keys.inflight(worker), keys.deliveries()));
        List<byte[]> arguments = new ArrayList<>();
        finishes.forEach(finish -> write(finish, names, arguments));
        return SCRIPT.call(link, names, arguments)
                .thenApply(answer -> answer.stream().map(one -> Script.number(one) == 1).toList());
    }

    private void write(Finish finish, List<String> names, List<byte[]> arguments) {
        arguments.add(Script.text(finish.tag()));
        long keepSeconds = finish.result().map(StoredResult::keepSeconds).orElse(NO_RESULT);
        arguments.add(Script.number(keepSeconds));
        finish.result().ifPresent(result -> {
            names.add(Keys.result(result.taskId()));
            arguments.add(result.json());
        });
        arguments.add(Script.number(finish.followers().size()));
        finish.followers().forEach(follower -> write(follower, names, arguments));
    }

    private void write(Follower follower, List<String> names, List<byte[]> arguments) {
        switch (follower) {
            case Follower.Push push -> {
                names.addAll(List.of(Keys.queueList(push.queue(), push.priority()), keys.dead(push.queue())));
                arguments.addAll(List.of(Script.text("PUSH"), push.message()));
            }
            case Follower.Delay delay -> {
                names.add(keys.delayed(delay.partition()));
                arguments.addAll(List.of(
                        Script.text("DELAY"),
                        Script.number(delay.due().toEpochMilli()),
                        element(delay.list(), delay.message())));
            }
            case Follower.Bury bury -> {
                names.add(keys.dead(bury.queue()));
                arguments.addAll(List.of(
                        Script.text("BURY"),
                        Script.text(bury.list()),
                        Script.text(bury.reason().replace('\n', ' ')),
                        bury.message()));
            }
        }
    }

    /** As {@link Keys#delayed} has it. */
    private static byte[] element(String list, byte[] message) {
        ByteArrayOutputStream element = new ByteArrayOutputStream(list.length() + 1 + message.length);
        element.writeBytes(Script.text(list + "\n"));
        element.writeBytes(message);
        return element.toByteArray();
    }
}
