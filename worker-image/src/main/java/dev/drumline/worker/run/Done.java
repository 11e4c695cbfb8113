// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.run;

import dev.drumline.broker.work.Finish;
import dev.drumline.worker.result.Outcome;
import java.time.Duration;

/**
 * A message that is done with but for telling Redis.
 *
 * @param worker the name under which it was claimed
 * @param task the name of its handler, else {@link #NO_HANDLER}: a message must not make up names for metrics
 */
public record Done(String worker, Finish finish, String task, Outcome outcome, Duration took) {

    static final String NO_HANDLER = "(none)";
}
