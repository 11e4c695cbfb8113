// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.delayed;

import static dev.drumline.broker.redis.Script.arg;
import static dev.drumline.broker.redis.Script.number;

import dev.drumline.broker.Keys;
import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.schedule.partition.Partitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Occurrences that no rule brings about: a run that somebody asks for, a past window that is made up for. Each is queued once by
 * its task id, which is known for a week. No policy of the entry applies to them; their expiry counts from now.
 */
public final class SingleOccurrences {

    /** So many at once hold Redis up for about a millisecond. */
    public static final int CHUNK = 500;

    private static final Script ONCE = Script.of(SingleOccurrences.class, "once");
    private static final Duration KNOWN = Duration.ofDays(7);

    private final RedisLink link;
    private final Keys keys;
    private final int partitions;

    /** @param partitions of the broker */
    public SingleOccurrences(RedisLink link, Keys keys, int partitions) {
        this.link = link;
        this.keys = keys;
        this.partitions = partitions;
    }

    /** @param dueMillis since the epoch, as the message says */
    public record Single(String taskId, long dueMillis) {}

    /** Queues one that is due now; false when it was known. */
    public CompletionStage<Boolean> queueNow(ScheduleEntry entry, String taskId, String origin) {
        return link.millis()
                .thenCompose(now -> queue(entry, List.of(new Single(taskId, now)), origin, now))
                .thenApply(List::getFirst);
    }

    /**
     * Queues occurrences, the one that is due first before the others.
     *
     * @param singles at most {@link #CHUNK}
     * @param origin who sends, as messages name it
     * @return for each whether it is new; false when it was known
     */
    public CompletionStage<List<Boolean>> queue(ScheduleEntry entry, List<Single> singles, String origin) {
        return link.millis().thenCompose(now -> queue(entry, singles, origin, now));
    }

    private CompletionStage<List<Boolean>> queue(
            ScheduleEntry entry, List<Single> singles, String origin, long nowMillis) {
        MessageTemplate template = MessageTemplate.of(entry.id(), entry.call(), entry.delivery(), origin);
        List<String> names = new ArrayList<>(List.of(keys.delayed(Partitions.of(entry.id(), partitions))));
        List<byte[]> arguments = new ArrayList<>(List.of(arg(KNOWN.toSeconds())));
        for (Single single : singles) {
            names.add(keys.once(single.taskId()));
            arguments.add(arg(single.dueMillis()));
            arguments.add(
                    Delayed.member(template.list(), template.single(single.taskId(), single.dueMillis(), nowMillis)));
        }
        return ONCE.call(link, names, arguments)
                .thenApply(
                        answer -> answer.stream().map(one -> number(one) == 1).toList());
    }

    /** Which of these would be new, asking without queueing. */
    public CompletionStage<List<Boolean>> areNew(List<Single> singles) {
        List<CompletableFuture<Boolean>> known = singles.stream()
                .map(single -> link.commands()
                        .exists(keys.once(single.taskId()))
                        .thenApply(count -> count == 0)
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(known.toArray(CompletableFuture[]::new))
                .thenApply(
                        all -> known.stream().map(CompletableFuture::resultNow).toList());
    }
}
