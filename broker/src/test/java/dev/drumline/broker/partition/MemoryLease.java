// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.MemoryRedis;
import dev.drumline.broker.schedule.Mark;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code lease.lua} and {@code leave.lua} on {@link MemoryRedis}. */
final class MemoryLease {

    private final MemoryRedis redis;
    private final Keys keys;
    private final int partitions;

    MemoryLease(MemoryRedis redis, Keys keys, int partitions) {
        this.redis = redis;
        this.keys = keys;
        this.partitions = partitions;
    }

    LeaseReply lease(LeaseRequest request) {
        long now = redis.millis();
        long live = request.live().toMillis();
        redis.zadd(keys.beats(), now, request.holder());
        redis.zrangebyscore(keys.beats(), now + 1, Long.MAX_VALUE).forEach(beat -> redis.zadd(keys.beats(), now, beat));
        redis.zrangebyscore(keys.beats(), Long.MIN_VALUE, now - 10 * live)
                .forEach(gone -> redis.zrem(keys.beats(), gone));
        redis.set(keys.beat(request.holder()), request.report(), 2 * live);
        Map<Integer, LeaseReply.State> held = new TreeMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            if (isHash(keys.partition(partition)) && holdsAfter(request, partition)) {
                held.put(partition, state(redis, keys.partition(partition)));
            }
        }
        return new LeaseReply(
                redis.micros(), new TreeSet<>(redis.zrangebyscore(keys.beats(), now - live, Long.MAX_VALUE)), held);
    }

    private boolean holdsAfter(LeaseRequest request, int number) {
        String partition = keys.partition(number);
        boolean wanted = request.wanted().contains(number);
        long now = redis.millis();
        long lease = request.lease().toMillis();
        String holder = redis.hget(partition, "holder");
        String end = redis.hget(partition, "leaseEnd");
        long leaseEnd = end == null ? 0 : Long.parseLong(end);
        if (leaseEnd > now + lease) {
            leaseEnd = now + lease;
            redis.hset(partition, "leaseEnd", Long.toString(leaseEnd));
        }
        boolean mine = request.holder().equals(holder);
        boolean free = holder == null || holder.isEmpty() || leaseEnd <= now;
        if (mine && !wanted) {
            giveBack(partition);
        }
        if (!wanted || !(mine || free)) {
            return false;
        }
        if (!mine) {
            redis.hincrby(partition, "epoch", 1);
        }
        if (!mine || leaseEnd - now < lease / 2) {
            redis.hset(partition, "holder", request.holder());
            redis.hset(partition, "leaseEnd", Long.toString(now + lease));
        }
        return true;
    }

    int leave(String holder) {
        redis.zrem(keys.beats(), holder);
        redis.del(keys.beat(holder));
        int given = 0;
        for (String partition : keys.partitions(partitions)) {
            if (isHash(partition) && holder.equals(redis.hget(partition, "holder"))) {
                giveBack(partition);
                given++;
            }
        }
        return given;
    }

    private void giveBack(String partition) {
        redis.hset(partition, "holder", "");
        redis.hset(partition, "leaseEnd", "0");
    }

    private boolean isHash(String partition) {
        String type = redis.type(partition);
        return type.equals("hash") || type.equals("none");
    }

    static LeaseReply.State state(MemoryRedis redis, String partition) {
        return new LeaseReply.State(
                Optional.ofNullable(redis.hget(partition, "mark")).map(Mark::parse),
                Optional.ofNullable(redis.hget(partition, "version")).map(Long::valueOf));
    }
}
