// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.result;

import dev.drumline.broker.work.Finish;
import dev.drumline.broker.work.Follower;
import dev.drumline.broker.work.StoredResult;
import dev.drumline.schedule.partition.Partitions;
import dev.drumline.worker.task.Job;
import dev.drumline.worker.task.RetriedMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns how a job ended into what Redis is told. */
public final class Endings {

    private final Duration resultKept;
    private final int partitions;

    /**
     * @param resultKept whole seconds; zero: for ever
     * @param partitions over which delayed messages are spread, at most the broker's
     */
    public Endings(Duration resultKept, int partitions) {
        this.resultKept = resultKept;
        this.partitions = partitions;
    }

    /**
     * What Redis is told.
     *
     * @throws UnwritableResultException if what the task returned can't be written
     */
    public Finish of(Job job, Ending ending, Instant now) {
        return new Finish(job.claimed().tag(), result(job, ending, now), followers(job, ending));
    }

    private Optional<StoredResult> result(Job job, Ending ending, Instant now) {
        if (job.ignoresResult()) {
            return Optional.empty();
        }
        return ResultJson.of(job.id(), ending, now)
                .map(json -> new StoredResult(job.id(), json, resultKept.toSeconds()));
    }

    private List<Follower> followers(Job job, Ending ending) {
        return switch (ending) {
            case Ending.Postponed later ->
                List.of(delay(job, later.eta(), job.claimed().raw()));
            case Ending.Retried again -> List.of(delay(job, again.eta(), RetriedMessage.of(job, again.eta())));
            default ->
                Stream.concat(burial(job, ending).stream(), waiting(job).stream())
                        .toList();
        };
    }

    private static Optional<Follower> burial(Job job, Ending ending) {
        return ending instanceof Ending.Refused(Failure failure)
                ? Optional.of(new Follower.Bury(
                        job.claimed().queue(),
                        job.claimed().list(),
                        String.join(" ", failure.message()),
                        job.claimed().raw()))
                : Optional.empty();
    }

    /** Whoever waits for the end of the task. */
    private static Optional<Follower> waiting(Job job) {
        return job.message().waitingEntry().map(entry -> new Follower.Free(entry, job.id()));
    }

    private Follower delay(Job job, Instant eta, byte[] message) {
        int partition = Partitions.of(job.id(), partitions);
        return new Follower.Delay(partition, notBefore(eta), job.claimed().list(), message);
    }

    /** In whole milliseconds, as Redis has it: a microsecond too early it would only be postponed again. */
    private static Instant notBefore(Instant eta) {
        Instant millis = eta.truncatedTo(ChronoUnit.MILLIS);
        return millis.equals(eta) ? millis : millis.plusMillis(1);
    }
}
