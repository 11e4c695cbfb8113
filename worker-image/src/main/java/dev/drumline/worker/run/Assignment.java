// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.run;

import dev.drumline.broker.work.Claimed;
import java.time.Instant;

/**
 * A claimed message and the name under which it was claimed.
 *
 * @param redisTime Redis' clock at the claim
 */
public record Assignment(String worker, Claimed claimed, Instant redisTime) {}
