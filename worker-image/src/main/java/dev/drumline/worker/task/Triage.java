// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.broker.message.MessageReader;
import dev.drumline.broker.message.TaskMessage;
import dev.drumline.broker.message.UnreadableMessageException;
import dev.drumline.broker.work.Claimed;
import dev.drumline.worker.handler.Handlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what is to become of a claimed message. */
public final class Triage {

    /** Parts of the canvas that follow a task; running it without them would break their chain in silence. */
    private static final List<String> FOLLOWING = List.of("callbacks", "errbacks", "chain", "chord");

    private final Handlers handlers;
    private final int maxDeliveries;

    /** @param maxDeliveries how often workers may begin a message, 1 or more */
    public Triage(Handlers handlers, int maxDeliveries) {
        this.handlers = handlers;
        this.maxDeliveries = maxDeliveries;
    }

    /** Judges a message as of {@code redisTime}, the time of its claim by Redis' clock. */
    public Verdict of(Claimed claimed, Instant redisTime) {
        try {
            TaskMessage message = TypedValues.decode(MessageReader.read(claimed.raw()));
            return of(new Job(claimed, message), redisTime);
        } catch (UnreadableMessageException e) {
            return new Verdict.Unreadable(e.getMessage());
        }
    }

    private Verdict of(Job job, Instant redisTime) throws UnreadableMessageException {
        if (job.deliveries() >= maxDeliveries) {
            String reason = "workers died over it " + job.deliveries() + " times";
            return new Verdict.Refuse(job, "WorkerLostError", reason);
        }
        Optional<Instant> expires = time(job, "expires");
        if (expires.isPresent() && redisTime.isAfter(expires.get())) {
            return new Verdict.Expired(job);
        }
        Optional<Instant> eta = time(job, "eta");
        if (eta.isPresent() && redisTime.isBefore(eta.get())) {
            return new Verdict.Postpone(job, eta.get());
        }
        for (String part : FOLLOWING) {
            JsonNode value = job.message().embed().path(part);
            if (!value.isMissingNode() && !value.isNull() && !value.isEmpty()) {
                return new Verdict.Refuse(job, "NotSupported", "this worker does not do " + part + " yet");
            }
        }
        return handlers.find(job.task())
                .<Verdict>map(handler -> new Verdict.Run(job, handler))
                .orElseGet(() -> new Verdict.Unknown(job));
    }

    private static Optional<Instant> time(Job job, String header) throws UnreadableMessageException {
        Optional<String> text = job.header(header);
        return text.isEmpty() ? Optional.empty() : Optional.of(IsoTime.read(header, text.get()));
    }
}
