// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.clock;

/**
 * An answer of Redis, and when it came: taken before it waits for its turn on the beat's thread.
 *
 * @param nanos by the local monotonic clock
 */
public record Arrived<T>(T answer, long nanos) {}
