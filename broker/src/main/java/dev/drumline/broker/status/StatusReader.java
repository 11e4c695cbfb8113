// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drumline.broker.Keys;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads how a broker stands: a few commands, sent together, however many schedules it has. */
public final class StatusReader {

    private static final String FIRED = "fired";
    private static final String MISSED = "missed";

    private final RedisLink link;
    private final Keys keys;
    private final int partitions;

    /** @param partitions of the broker */
    public StatusReader(RedisLink link, Keys keys, int partitions) {
        this.link = link;
        this.keys = keys;
        this.partitions = partitions;
    }

    public CompletionStage<BrokerStatus> read() {
        CompletableFuture<Map<String, BeatReport>> beats = reports(keys.beats(), keys::beat, BeatReport.class);
        CompletableFuture<Map<String, WorkerReport>> workers =
                reports(keys.workers(), keys::worker, WorkerReport.class);
        CompletableFuture<Map<String, Long>> totals = totals();
        return beats.thenCombine(workers, StatusReader::queueNames)
                .thenCompose(this::queues)
                .thenCombine(
                        totals,
                        (queues, total) -> new BrokerStatus(
                                total.get(FIRED),
                                total.get(MISSED),
                                LatenessMs.of(lateness(beats.join().values())),
                                queues,
                                beats.join(),
                                workers.join()));
    }

    /** Whoever has a heartbeat and a report that has not expired. */
    private <T> CompletableFuture<Map<String, T>> reports(
            String members, UnaryOperator<String> reportKey, Class<T> type) {
        return link.commands()
                .zrange(members, 0, -1)
                .thenCompose(names -> all(names.stream()
                        .map(Script::text)
                        .map(name -> link.commands()
                                .get(reportKey.apply(name))
                                .thenApply(report -> new Named<>(name, parse(report, type)))
                                .toCompletableFuture())
                        .toList()))
                .thenApply(named -> {
                    Map<String, T> reports = new TreeMap<>();
                    named.stream()
                            .filter(report -> report.value() != null)
                            .forEach(report -> reports.put(report.name(), report.value()));
                    return reports;
                })
                .toCompletableFuture();
    }

    private record Named<T>(String name, T value) {}

    private static <T> T parse(byte[] report, Class<T> type) {
        try {
            return report == null ? null : Json.MAPPER.readValue(Script.text(report), type);
        } catch (JsonProcessingException e) {
            // A report of another version than ours: its owner lives, but tells nothing.
            return null;
        }
    }

    private static Collection<String> queueNames(Map<String, BeatReport> beats, Map<String, WorkerReport> workers) {
        TreeSet<String> names = new TreeSet<>();
        beats.values().forEach(beat -> names.addAll(beat.queues()));
        workers.values().forEach(worker -> names.addAll(worker.queues()));
        return names;
    }

    private CompletionStage<List<QueueStatus>> queues(Collection<String> names) {
        return all(names.stream()
                .map(name -> all(Stream.concat(Keys.queueLists(name).stream(), Stream.of(keys.dead(name)))
                                .map(this::length)
                                .toList())
                        .thenApply(lengths -> new QueueStatus(
                                name,
                                lengths.stream()
                                        .limit(Keys.PRIORITY_STEPS.size())
                                        .mapToLong(Long::longValue)
                                        .sum(),
                                lengths.getLast())))
                .toList());
    }

    /** 0 where the key is no list: a broken queue must not hide the others. */
    private CompletableFuture<Long> length(String list) {
        return link.commands().llen(list).exceptionally(noList -> 0L).toCompletableFuture();
    }

    private CompletableFuture<Map<String, Long>> totals() {
        return all(keys.partitions(partitions).stream()
                        .map(partition ->
                                link.commands().hmget(partition, FIRED, MISSED).toCompletableFuture())
                        .toList())
                .thenApply(perPartition -> {
                    Map<String, Long> total = new TreeMap<>(Map.of(FIRED, 0L, MISSED, 0L));
                    perPartition.forEach(fields -> fields.forEach(field -> total.merge(
                            field.getKey(),
                            field.map(Script::text).map(Long::parseLong).getValueOrElse(0L),
                            Long::sum)));
                    return total;
                });
    }

    private static Lateness lateness(Collection<BeatReport> beats) {
        Lateness all = new Lateness();
        beats.forEach(beat -> all.add(Lateness.decode(beat.lateness())));
        return all;
    }

    private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(done -> new ArrayList<>(
                        parts.stream().map(CompletableFuture::resultNow).toList()));
    }
}
