// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import dev.drumline.broker.Keys;
import dev.drumline.broker.delayed.MemoryMove;
import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.redis.MemoryRedis;
import dev.drumline.broker.redis.MemoryRedis.WrongTypeException;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code edit.lua} on {@link MemoryRedis}. */
public final class MemoryEdit {

    private final MemoryRedis redis;
    private final Keys keys;
    private final int changesKept;

    /** @param changesKept how many entries the stream of changes keeps */
    public MemoryEdit(MemoryRedis redis, Keys keys, int changesKept) {
        this.redis = redis;
        this.keys = keys;
        this.changesKept = changesKept;
    }

    /** @param changed how many entries were changed or deleted */
    public record Edited(long version, int changed) {}

    public Edited edit(int partition, Collection<ScheduleEntry> upserts, Collection<String> deletes) {
        return edit(partition, upserts, deletes, Optional.empty());
    }

    public Edited edit(
            int partition,
            Collection<ScheduleEntry> upserts,
            Collection<String> deletes,
            Optional<Instant> checkpoint) {
        require(keys.schedule(partition), "hash");
        require(keys.partition(partition), "hash");
        require(keys.changes(), "stream");
        require(keys.delayed(partition), "zset");
        require(keys.missed(partition), "hash");
        String scheduleKey = keys.schedule(partition);
        String partitionKey = keys.partition(partition);
        String text = redis.hget(partitionKey, "mark");
        Mark mark = text == null ? null : Mark.parse(text);
        boolean lost = mark == null && checkpoint.isPresent();
        Mark beginning = Mark.before(lost ? checkpoint.get().toEpochMilli() : redis.millis());

        Map<String, String> changed = new LinkedHashMap<>();
        Map<String, Long> once = new LinkedHashMap<>();
        for (ScheduleEntry entry : upserts) {
            StoredEntry.Lines lines = StoredEntry.lines(entry);
            String old = redis.hget(scheduleKey, entry.id());
            String[] oldLines = old == null ? new String[] {null, null, null} : old.split("\n", 3);
            if (!lines.rule().equals(oldLines[1])) {
                Mark after = later(beginning, mark);
                OptionalLong single = single(entry);
                if (single.isPresent() && single.getAsLong() <= after.dueMillis() && !lost) {
                    once.put(message(entry, single.getAsLong()), single.getAsLong());
                    after = Mark.before(after.dueMillis() + 1);
                }
                changed.put(entry.id(), after + "\n" + lines.rule() + "\n" + lines.task());
            } else if (!lines.task().equals(oldLines[2])) {
                Mark after = later(Mark.parse(oldLines[0]), mark);
                changed.put(entry.id(), after + "\n" + lines.rule() + "\n" + lines.task());
            }
        }
        List<String> dropped = deletes.stream()
                .filter(id -> redis.hget(scheduleKey, id) != null)
                .toList();

        String version = redis.hget(partitionKey, "version");
        int count = changed.size() + dropped.size();
        if (count == 0 && (mark != null || lost) && version != null) {
            return new Edited(Long.parseLong(version), 0);
        }
        if (mark == null && !lost) {
            redis.hset(partitionKey, "mark", beginning.toString());
        }
        long before = version == null ? 0 : Long.parseLong(version);
        long raised = Math.max(redis.micros(), before + 1);
        redis.hset(partitionKey, "version", Long.toString(raised));
        changed.forEach((id, stored) -> redis.hset(scheduleKey, id, stored));
        dropped.forEach(id -> redis.hdel(scheduleKey, id));
        dropped.forEach(id -> {
            for (MissReason reason : MissReason.values()) {
                redis.hdel(keys.missed(partition), MissedCounts.field(id, reason));
            }
        });
        once.forEach((member, due) -> redis.zadd(keys.delayed(partition), due, member));
        tell(partition, before, raised, changed.keySet(), dropped);
        return new Edited(raised, count);
    }

    /** {@code begin.lua}. */
    public long begin(Collection<String> partitionKeys, Instant checkpoint, Instant oldest) {
        partitionKeys.forEach(key -> require(key, "hash"));
        long begun = 0;
        for (String key : partitionKeys) {
            String mark = redis.hget(key, "mark");
            String version = redis.hget(key, "version");
            Mark beginning = Mark.before(checkpoint.toEpochMilli());
            if (mark == null
                    || (Mark.parse(mark).dueMillis() < oldest.toEpochMilli()
                            && Mark.parse(mark).dueMillis() < beginning.dueMillis())) {
                redis.hset(key, "mark", beginning.toString());
                long before = version == null ? 0 : Long.parseLong(version);
                redis.hset(key, "version", Long.toString(Math.max(redis.micros(), before + 1)));
                begun++;
            }
        }
        return begun;
    }

    private void require(String key, String expected) {
        String actual = redis.type(key);
        if (!actual.equals("none") && !actual.equals(expected)) {
            throw new WrongTypeException(key, actual);
        }
    }

    private static Mark later(Mark one, Mark other) {
        return other != null && other.dueMillis() >= one.dueMillis() ? other : one;
    }

    private static OptionalLong single(ScheduleEntry entry) {
        List<Rule> rules = entry.schedule().rules();
        if (rules.size() != 1 || !(rules.getFirst() instanceof Rule.At)) {
            return OptionalLong.empty();
        }
        long due = Schedules.parse(entry.schedule(), entry.id()).nextMillis(0);
        return due == Schedule.NEVER ? OptionalLong.empty() : OptionalLong.of(due);
    }

    private static String message(ScheduleEntry entry, long due) {
        MessageTemplate template = MessageTemplate.of(entry.id(), entry.call(), entry.delivery(), "operator");
        return MemoryMove.member(template.list(), template.message(due, due));
    }

    private void tell(
            int partition, long before, long version, Collection<String> changed, Collection<String> dropped) {
        List<String> ids = new ArrayList<>(changed);
        ids.addAll(dropped);
        redis.xadd(
                keys.changes(),
                changesKept,
                Map.of(
                        "partition", Integer.toString(partition),
                        "before", Long.toString(before),
                        "version", Long.toString(version),
                        "ids", String.join("\n", ids)));
    }
}
