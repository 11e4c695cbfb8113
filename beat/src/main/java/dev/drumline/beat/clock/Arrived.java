// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.clock;

/**
 * An answer of Redis, when its question was sent, and when it came: taken before it waits for its turn on the beat's
 * thread.
 *
 * @param sentNanos by the local monotonic clock, no later than it was sent
 * @param nanos by the local monotonic clock, no earlier than it came
 */
public record Arrived<T>(T answer, long sentNanos, long nanos) {}
