// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static dev.drumline.broker.redis.Script.number;
import static dev.drumline.broker.redis.Script.text;

import dev.drumline.broker.Keys;
import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.redis.Bulk;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import dev.drumline.broker.schedule.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** {@code fire.lua}: its card says what it does. */
final class FireScript {

    private static final Script FIRE = Script.of(FireScript.class, "fire");

    /** Where the answer's groups begin, behind status, mark, version and the number fired. */
    private static final int GROUPS_AT = 4;

    private static final Bulk FORBID = Bulk.of("forbid");
    private static final Bulk REPLACE = Bulk.of("replace");
    private static final Bulk RESULTS = Bulk.of(Keys.result(""));

    private final Keys keys;
    private final Bulk missedOfPartitions;
    private final Bulk runningOfEntries;

    FireScript(Keys keys) {
        this.keys = keys;
        this.missedOfPartitions = Bulk.of(keys.missedOfPartitions());
        this.runningOfEntries = Bulk.of(keys.running(""));
    }

    CompletionStage<FireReply> call(RedisLink link, String holder, List<FireBatch> batches) {
        List<String> keyList = new ArrayList<>();
        batches.forEach(batch -> keyList.add(keys.partition(batch.partition())));
        keyList.add(keys.revoked());
        Map<String, Integer> lists = new LinkedHashMap<>();
        List<Bulk> arguments = new ArrayList<>(List.of(
                Bulk.of(holder),
                Bulk.of(batches.size()),
                missedOfPartitions,
                runningOfEntries,
                RESULTS,
                Bulk.of(Keys.remoteControl(link.database()))));
        for (FireBatch batch : batches) {
            arguments.add(Bulk.of(batch.from().toString()));
            arguments.add(Bulk.of(batch.to().toString()));
            arguments.add(Bulk.of(batch.version()));
            arguments.add(Bulk.of(batch.notBeforeMillis()));
            arguments.add(Bulk.of(batch.missed().size()));
            for (FireBatch.Missed missed : batch.missed()) {
                arguments.add(Bulk.of(missed.entryId()));
                arguments.add(Bulk.of(missed.reason().label()));
                arguments.add(Bulk.of(missed.count()));
            }
            arguments.add(Bulk.of(batch.groups().size()));
            for (FireBatch.Group group : batch.groups()) {
                arguments.add(Bulk.of(lists.computeIfAbsent(group.queue(), queue -> addLists(keyList, queue))));
                arguments.add(Bulk.of(group.step()));
                arguments.add(Bulk.of(group.maxDepth()));
                if (group.guard().isPresent()) {
                    addGuard(group.guard().get(), arguments);
                } else {
                    arguments.add(Bulk.of(group.messages().size()));
                }
                arguments.addAll(group.messages());
            }
        }
        return FIRE.callBulk(link, keyList, arguments).thenApply(FireScript::reply);
    }

    private static void addGuard(FireBatch.Guard guard, List<Bulk> arguments) {
        arguments.add(guard.concurrency() == Concurrency.FORBID ? FORBID : REPLACE);
        arguments.add(Bulk.of(guard.entryId()));
        arguments.add(Bulk.of(guard.taskId()));
        arguments.add(Bulk.of(guard.holdMillis()));
    }

    /** Adds a queue's lists and answers where they begin, counted from one as Lua counts. */
    private static int addLists(List<String> keyList, String queue) {
        int begin = keyList.size() + 1;
        keyList.addAll(Keys.queueLists(queue));
        return begin;
    }

    private static FireReply reply(List<Object> answer) {
        List<FireAnswer> answers = answer.stream()
                .skip(1)
                .map(batch -> batchAnswer(Script.array(batch)))
                .toList();
        return new FireReply(number(answer.getFirst()), answers);
    }

    private static FireAnswer batchAnswer(List<Object> answer) {
        return new FireAnswer(
                FireAnswer.Status.parse(text(answer.get(0))),
                Optional.ofNullable(text(answer.get(1))).map(Mark::parse),
                Optional.ofNullable(text(answer.get(2))).map(Long::valueOf),
                answer.stream()
                        .skip(GROUPS_AT)
                        .map(pushed -> Math.toIntExact(number(pushed)))
                        .toList());
    }
}
