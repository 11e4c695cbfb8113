// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drumline.broker.Keys;
import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.partition.FireAnswer.Status;
import dev.drumline.broker.redis.Bulk;
import dev.drumline.broker.redis.MemoryRedis;
import dev.drumline.broker.redis.MemoryRedis.WrongTypeException;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissReason;
import dev.drumline.broker.schedule.MissedCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code fire.lua} on {@link MemoryRedis}, function by function. */
final class MemoryFire {

    private static final Pattern TASK_NAME = Pattern.compile("\"periodic_task_name\":\"([^\"]*)\"");

    private final MemoryRedis redis;
    private final Keys keys;
    private final Set<Flaw> flaws;
    private final MemoryRunning running;

    MemoryFire(MemoryRedis redis, Keys keys, Set<Flaw> flaws) {
        this.redis = redis;
        this.keys = keys;
        this.flaws = flaws;
        this.running = new MemoryRunning(redis, keys);
    }

    private record Verdict(Status status, String mark, String version) {

        FireAnswer answer(List<Integer> pushed) {
            return new FireAnswer(
                    status,
                    Optional.ofNullable(mark).map(Mark::parse),
                    Optional.ofNullable(version).map(Long::valueOf),
                    pushed);
        }
    }

    FireReply call(String holder, List<FireBatch> batches) {
        List<FireAnswer> answers = new ArrayList<>();
        for (FireBatch batch : batches) {
            Verdict verdict = verdict(holder, batch);
            List<Integer> pushed = verdict.status() == Status.FIRED ? apply(batch) : List.of();
            answers.add(verdict.answer(pushed));
        }
        return new FireReply(redis.micros(), answers);
    }

    private Verdict verdict(String holder, FireBatch batch) {
        String partition = keys.partition(batch.partition());
        if (!Set.of("hash", "none").contains(redis.type(partition))) {
            return new Verdict(Status.BROKEN, null, null);
        }
        String mark = redis.hget(partition, "mark");
        String version = redis.hget(partition, "version");
        return new Verdict(status(partition, holder, batch, mark, version), mark, version);
    }

    private Status status(String partition, String holder, FireBatch batch, String mark, String version) {
        if (mark == null || version == null) {
            return Status.MISSING;
        }
        if (!holds(partition, holder) && !flaws.contains(Flaw.LEASE_NOT_CHECKED)) {
            return Status.LOST;
        }
        if (!mark.equals(batch.from().toString()) && !flaws.contains(Flaw.MARK_NOT_CHECKED)) {
            return Status.MOVED;
        }
        if (!version.equals(Long.toString(batch.version())) && !flaws.contains(Flaw.VERSION_NOT_CHECKED)) {
            return Status.EDITED;
        }
        if (batch.notBeforeMillis() > redis.millis() && !flaws.contains(Flaw.EARLY_NOT_CHECKED)) {
            return Status.EARLY;
        }
        return Status.FIRED;
    }

    private boolean holds(String partition, String holder) {
        return holder.equals(redis.hget(partition, "holder"))
                && Long.parseLong(redis.hget(partition, "leaseEnd")) > redis.millis();
    }

    private List<Integer> apply(FireBatch batch) {
        List<Integer> pushed = new ArrayList<>();
        int fired = 0;
        int missed = 0;
        for (FireBatch.Missed letGo : batch.missed()) {
            countMissed(batch, letGo.entryId(), letGo.reason(), letGo.count());
            missed += letGo.count();
        }
        for (FireBatch.Group group : batch.groups()) {
            int count = push(batch, group);
            pushed.add(count);
            fired += Math.max(0, count);
            missed += group.messages().size() - Math.max(0, count);
        }
        String partition = keys.partition(batch.partition());
        if (fired > 0) {
            redis.hincrby(partition, "fired", fired);
        }
        if (missed > 0) {
            redis.hincrby(partition, "missed", missed);
        }
        Mark mark = flaws.contains(Flaw.MARK_ENDS_BEFORE_TO)
                ? Mark.before(batch.to().dueMillis())
                : batch.to();
        redis.hset(partition, "mark", mark.toString());
        return pushed;
    }

    private int push(FireBatch batch, FireBatch.Group group) {
        FireBatch.Guard guard = group.guard().orElse(null);
        String before = guard == null ? null : running.unfinished(guard.entryId());
        if (before != null && guard.concurrency() == Concurrency.FORBID) {
            countMissed(batch, guard.entryId(), MissReason.RUNNING, 1);
            return FireAnswer.FORBIDDEN;
        }
        int room = room(group);
        if (before != null && room == 1) {
            running.revoke(before);
        }
        String list = Keys.queueLists(group.queue()).get(group.step());
        group.messages().subList(0, room).forEach(message -> redis.lpush(list, message.bytes()));
        if (guard != null && room == 1) {
            redis.set(keys.running(guard.entryId()), guard.taskId(), guard.holdMillis());
        }
        for (Bulk unpushed : group.messages().subList(room, group.messages().size())) {
            Matcher name = TASK_NAME.matcher(new String(unpushed.bytes(), UTF_8));
            if (name.find()) {
                countMissed(batch, name.group(1), MissReason.QUEUE, 1);
            }
        }
        return room;
    }

    private void countMissed(FireBatch batch, String entryId, MissReason reason, int count) {
        String key = keys.missed(batch.partition());
        if (Set.of("hash", "none").contains(redis.type(key))) {
            redis.hincrby(key, MissedCounts.field(entryId, reason), count);
        }
    }

    private int room(FireBatch.Group group) {
        List<String> lists = Keys.queueLists(group.queue());
        int count = group.messages().size();
        long depth = 0;
        for (int step = 0; step < lists.size(); step++) {
            if (group.maxDepth() > 0 || step == group.step()) {
                try {
                    depth += redis.llen(lists.get(step));
                } catch (WrongTypeException e) {
                    return 0;
                }
            }
        }
        return group.maxDepth() == 0 ? count : Math.clamp(group.maxDepth() - depth, 0, count);
    }
}
