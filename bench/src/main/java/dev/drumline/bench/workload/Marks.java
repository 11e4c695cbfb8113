// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import dev.drumline.broker.schedule.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** How far each partition was fired. */
public final class Marks {

    private Marks() {}

    public static List<Mark> read(RedisLink link, Keys keys, int partitions)
            throws ExecutionException, InterruptedException {
        List<CompletableFuture<byte[]>> answers = keys.partitions(partitions).stream()
                .map(partition -> link.commands().hget(partition, "mark").toCompletableFuture())
                .toList();
        List<Mark> marks = new ArrayList<>();
        for (CompletableFuture<byte[]> answer : answers) {
            marks.add(Mark.parse(Script.text(answer.get())));
        }
        return marks;
    }
}
