// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.status;

import java.time.Instant;
import java.util.List;

/**
 * What of a worker does not change while it runs.
 *
 * @param pool namespace/name of its WorkerPool; empty outside of one
 */
public record WorkerCard(String pool, List<String> queues, int concurrency, String hostname, Instant startedAt) {}
