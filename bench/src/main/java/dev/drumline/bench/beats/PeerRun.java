// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import dev.drumline.bench.process.Progress;
import dev.drumline.bench.process.RedisServer;
import dev.drumline.bench.process.Running;
import dev.drumline.bench.process.Usage;
import dev.drumline.bench.workload.Consumer;
import dev.drumline.bench.workload.Lateness;
import dev.drumline.bench.workload.Reader;
import dev.drumline.bench.workload.Workload;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A peer with the same checks, a Redis of its own and the same consumer, for a while from its first message on. */
final class PeerRun {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final Path scratch;
    private final PrintWriter progress;

    PeerRun(Path scratch, PrintWriter progress) {
        this.scratch = scratch;
        this.progress = progress;
    }

    BeatsResult measure(Peer peer, Workload workload, Duration duration) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(scratch, "peer");
        PeerOccurrences occurrences = new PeerOccurrences(workload.periodMillis(), workload.entries());
        try (RedisServer redis = RedisServer.start(folder);
                Consumer consumer = new Consumer(redis.connect("consumer"), Workload.QUEUE, Reader.into(occurrences));
                Running program = peer.start(workload, redis.url(), folder)) {
            Instant startTime = Instant.now();
            awaitFirst(peer, program, occurrences);
            Instant firstTime = Instant.ofEpochMilli(occurrences.firstMillis());
            Usage before = program.usage();
            Usage redisBefore = redis.usage();
            Progress.sleep(duration, progress, () -> "%,d messages".formatted(occurrences.messages()));
            Duration elapsed = Duration.between(firstTime, Instant.now());
            Usage after = program.usage();
            Usage redisAfter = redis.usage();
            program.close();
            consumer.close();
            long outstanding = occurrences.end(Lateness.micros(firstTime.plus(elapsed)));
            return new BeatsResult(
                    new BeatsResult.Setup(peer.title(), workload.entries(), workload.period(), null),
                    occurrences.lateness().percentilesMs(),
                    new BeatsResult.Counts(
                            occurrences.messages() / BeatsResult.seconds(elapsed),
                            occurrences.messages(),
                            null,
                            outstanding),
                    new BeatsResult.Effort(
                            Map.of(
                                    "beats", after.coresSince(before, elapsed),
                                    "redis", redisAfter.coresSince(redisBefore, elapsed)),
                            after.mostRssMiB(),
                            redisAfter.mostRssMiB(),
                            null),
                    new BeatsResult.Start(BeatsResult.seconds(Duration.between(startTime, firstTime)), null),
                    occurrences.lateness().seconds());
        }
    }

    private void awaitFirst(Peer peer, Running program, PeerOccurrences occurrences)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(LONGEST_START);
        while (occurrences.firstMillis() == 0) {
            if (!program.isAlive() || Instant.now().isAfter(end)) {
                throw new IOException(peer.title() + " sends nothing: " + program.output());
            }
            Thread.sleep(10);
        }
    }
}
