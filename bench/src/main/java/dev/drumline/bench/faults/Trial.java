// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.faults;

import dev.drumline.bench.process.Checkout;
import dev.drumline.bench.process.Running;
import dev.drumline.bench.workload.Gaps;
import dev.drumline.bench.workload.Occurrences;
import dev.drumline.bench.workload.Reader;
import dev.drumline.bench.workload.StoredWorkload;
import dev.drumline.bench.workload.Workload;
import dev.drumline.broker.redis.RedisLink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Beats that fire a workload, while something is done to them or to their Redis; judged in the end. */
final class Trial implements AutoCloseable {

    private static final List<String> BEAT_OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Checkout checkout;
    private final Path scratch;
    private final RedisLink link;
    private final String url;
    private final StoredWorkload stored;
    private final Occurrences occurrences;
    private final Gaps gaps;
    private final Map<String, Running> beats = new LinkedHashMap<>();

    /** @param url of Redis, or of its Sentinels */
    Trial(Checkout checkout, Path scratch, RedisLink link, String url, Workload workload, PrintWriter progress)
            throws ExecutionException, InterruptedException {
        this.checkout = checkout;
        this.scratch = scratch;
        this.link = link;
        this.url = url;
        this.stored = StoredWorkload.write(link, workload, progress);
        this.occurrences = new Occurrences(workload.periodMillis(), stored.partitions());
        this.gaps = new Gaps(stored.partitions(), occurrences);
    }

    /** Where what arrives belongs. */
    Reader reader() {
        return Reader.into(gaps);
    }

    Gaps gaps() {
        return gaps;
    }

    void startBeat(String name) throws IOException {
        beats.put(name, checkout.startBeat(name, url, scratch, BEAT_OPTIONS));
    }

    Running beat(String name) {
        return beats.get(name);
    }

    void stopBeat(String name) {
        beats.remove(name).close();
    }

    /**
     * Waits until each partition has fired what was due by then.
     *
     * @return how long after it that was
     */
    Duration recovery(Instant from) throws IOException, InterruptedException {
        while (!fired(from.toEpochMilli())) {
            if (Duration.between(from, Instant.now()).compareTo(LONGEST_RECOVERY) > 0) {
                throw new IOException("the beats did not come back; they say: " + told());
            }
            Thread.sleep(LOOK);
        }
        return Duration.between(from, Instant.now());
    }

    private boolean fired(long untilMillis) throws InterruptedException {
        try {
            return StoredWorkload.marks(link).stream().allMatch(mark -> mark.dueMillis() >= untilMillis);
        } catch (ExecutionException redisIsAway) {
            return false;
        }
    }

    private String told() throws IOException {
        StringBuilder told = new StringBuilder();
        for (Map.Entry<String, Running> beat : beats.entrySet()) {
            told.append('\n')
                    .append(beat.getKey())
                    .append(":\n")
                    .append(beat.getValue().output());
        }
        return told.toString();
    }

    /** When the beats have ended and everything was taken from the queue. */
    Occurrences judged() throws ExecutionException, InterruptedException {
        stored.judge(link, occurrences);
        return occurrences;
    }

    long missed() throws ExecutionException, InterruptedException {
        return StoredWorkload.status(link).missed();
    }

    /** Ends the beats. */
    @Override
    public void close() {
        beats.values().forEach(Running::close);
        beats.clear();
    }
}
