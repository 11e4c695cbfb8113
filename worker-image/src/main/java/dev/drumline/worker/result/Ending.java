// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** How a job ended for this worker. */
public sealed interface Ending {

    record Succeeded(JsonNode value) implements Ending {}

    record Failed(Failure failure) implements Ending {}

    /** To be run once more, not before {@code eta}. */
    record Retried(Failure reason, Instant eta) implements Ending {}

    record TimedOut(Duration limit) implements Ending {}

    record Expired() implements Ending {}

    /** Was not to run, or not to go on; Celery tells the two apart. */
    record Revoked(String when) implements Ending {

        public static Revoked beforeStart() {
            return new Revoked("revoked");
        }

        public static Revoked whileRunning() {
            return new Revoked("terminated");
        }
    }

    record Postponed(Instant eta) implements Ending {}

    /** Failed, and set aside for a person to look at. */
    record Refused(Failure failure) implements Ending {}

    default Outcome outcome() {
        return switch (this) {
            case Succeeded done -> Outcome.SUCCEEDED;
            case Failed failed -> Outcome.FAILED;
            case TimedOut late -> Outcome.FAILED;
            case Retried again -> Outcome.RETRIED;
            case Expired over -> Outcome.EXPIRED;
            case Revoked revoked -> Outcome.REVOKED;
            case Postponed later -> Outcome.POSTPONED;
            case Refused refused -> Outcome.DEAD;
        };
    }
}
