// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.workerpool;

/**
 * What a pool has to do.
 *
 * @param busy tasks that run; null when it is not known
 * @param depth messages that wait on its queues; null when it is not known
 */
public record Load(Integer busy, Long depth) {
    public static final Load UNKNOWN = new Load(null, null);
}
