// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.work.ClaimAnswer.Status;
import dev.drumline.broker.work.WorkLink.Intent;
import dev.drumline.broker.work.WorkLink.Membership;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** Workers on the queues a and b, and what Redis holds of their work, as text. */
public final class Bench {

    public static final Keys KEYS = new Keys("drumline:");

    final RedisAsyncCommands<String, byte[]> redis;
    final WorkLink work;

    public Bench(RedisLink link) {
        redis = link.commands();
        work = new RedisWork(link, KEYS, List.of("a", "b"));
    }

    public static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    public static String message(String tag) {
        return "{\"body\": \"W10=\", \"properties\": {\"delivery_tag\": \"" + tag + "\"}}";
    }

    public void push(String list, String... elements) {
        for (String element : elements) {
            await(redis.lpush(list, element.getBytes(UTF_8)));
        }
    }

    public Membership join(String worker) {
        return refresh(worker, Intent.JOIN, 0).membership();
    }

    public Membership stay(String worker) {
        return refresh(worker, Intent.STAY, 0).membership();
    }

    public WorkLink.Refreshed refresh(String worker, Intent intent, long knownRevoked) {
        return await(work.refresh(worker, "{}".getBytes(UTF_8), intent, knownRevoked));
    }

    /** Has tasks revoked, the first one at the score 1. */
    public void revoke(String... taskIds) {
        double score = 1;
        for (String taskId : taskIds) {
            await(redis.zadd(KEYS.revoked(), score++, taskId.getBytes(UTF_8)));
        }
    }

    /** The tags of what was taken. */
    public List<String> claim(String worker, int most) {
        return claim(worker, most, 0).messages().stream().map(Claimed::tag).toList();
    }

    public ClaimAnswer claim(String worker, int most, long knownRevoked) {
        return await(work.claim(worker, most, knownRevoked));
    }

    public Status claimStatus(String worker) {
        return claim(worker, 1, 0).status();
    }

    public List<Boolean> finish(String worker, Finish... finishes) {
        return await(work.finish(worker, List.of(finishes)));
    }

    /** As if the worker had been silent for a minute, and somebody looked. */
    public void dies(String worker) {
        silent(worker);
        restore();
    }

    public void silent(String worker) {
        await(redis.zadd(KEYS.workers(), System.currentTimeMillis() - 60_000.0, worker.getBytes(UTF_8)));
    }

    public List<WorkLink.Restored> restore() {
        return await(work.restore(Duration.ofSeconds(10)));
    }

    /** What is consumed first stands first. */
    public List<String> list(String key) {
        return await(redis.lrange(key, 0, -1)).stream()
                .map(Bench::text)
                .toList()
                .reversed();
    }

    public void putHash(String key, Map<String, String> fields) {
        fields.forEach((field, value) -> await(redis.hset(key, field, value.getBytes(UTF_8))));
    }

    public Map<String, String> hash(String key) {
        Map<String, String> texts = new TreeMap<>();
        await(redis.hgetall(key)).forEach((field, value) -> texts.put(field, text(value)));
        return texts;
    }

    public List<String> members(String zset) {
        return await(redis.zrange(zset, 0, -1)).stream().map(Bench::text).toList();
    }

    public String get(String key) {
        return text(await(redis.get(key)));
    }

    public List<DeadLetter> deadLetters(String queue) {
        return await(redis.lrange(KEYS.dead(queue), 0, -1)).stream()
                .map(element -> DeadLetter.read(element).orElseThrow())
                .toList();
    }

    /** How many messages any worker holds, by each of the three records of it. */
    public List<Integer> held(String worker) {
        return List.of(
                hash(Keys.UNACKED).size(),
                members(Keys.UNACKED_INDEX).size(),
                hash(KEYS.inflight(worker)).size());
    }

    public static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, UTF_8);
    }

    /** How much a list, a hash or a sorted set holds. */
    public long size(String key) {
        return switch (await(redis.type(key))) {
            case "list" -> await(redis.llen(key));
            case "hash" -> await(redis.hlen(key));
            case "zset" -> await(redis.zcard(key));
            default -> 0;
        };
    }

    /** As after a flush by hand or on a new server: no key and no script. */
    public void forgetEverything() {
        await(redis.flushall());
        await(redis.scriptFlush());
    }

    /** As if all that is held had been taken in 1970 and never refreshed. */
    public void ageInUnacked() {
        members(Keys.UNACKED_INDEX).forEach(tag -> await(redis.zadd(Keys.UNACKED_INDEX, 1.0, tag.getBytes(UTF_8))));
    }
}
