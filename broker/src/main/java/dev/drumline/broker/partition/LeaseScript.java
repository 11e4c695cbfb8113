// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static dev.drumline.broker.redis.Script.arg;
import static dev.drumline.broker.redis.Script.array;
import static dev.drumline.broker.redis.Script.number;
import static dev.drumline.broker.redis.Script.text;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import dev.drumline.broker.schedule.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code lease.lua} and {@code leave.lua}: their cards say what they do. */
final class LeaseScript {

    private static final Script LEASE = Script.of(LeaseScript.class, "lease");
    private static final Script LEAVE = Script.of(LeaseScript.class, "leave");

    private final Keys keys;
    private final int partitions;

    LeaseScript(Keys keys, int partitions) {
        this.keys = keys;
        this.partitions = partitions;
    }

    CompletionStage<LeaseReply> lease(RedisLink link, LeaseRequest request) {
        List<byte[]> arguments = new ArrayList<>(List.of(
                arg(request.holder()),
                arg(request.lease().toMillis()),
                arg(request.live().toMillis()),
                arg(request.report())));
        IntStream.range(0, partitions)
                .forEach(p -> arguments.add(arg(request.wanted().contains(p) ? 1 : 0)));
        return LEASE.call(link, keyList(request.holder()), arguments).thenApply(LeaseScript::reply);
    }

    CompletionStage<Integer> leave(RedisLink link, String holder) {
        return LEAVE.call(link, keyList(holder), List.of(arg(holder)))
                .thenApply(answer -> Math.toIntExact(number(answer.getFirst())));
    }

    private List<String> keyList(String holder) {
        List<String> keyList = new ArrayList<>(List.of(keys.beats(), keys.beat(holder)));
        keyList.addAll(keys.partitions(partitions));
        return keyList;
    }

    private static LeaseReply reply(List<Object> answer) {
        List<Object> triples = array(answer.get(2));
        Map<Integer, LeaseReply.State> held = new HashMap<>();
        for (int t = 0; t < triples.size(); t += 3) {
            held.put(Math.toIntExact(number(triples.get(t))), state(triples.get(t + 1), triples.get(t + 2)));
        }
        return new LeaseReply(
                number(answer.get(0)),
                array(answer.get(1)).stream().map(Script::text).collect(Collectors.toUnmodifiableSet()),
                Map.copyOf(held));
    }

    static LeaseReply.State state(Object mark, Object version) {
        return new LeaseReply.State(
                Optional.ofNullable(text(mark)).map(Mark::parse),
                Optional.ofNullable(text(version)).map(Long::valueOf));
    }
}
