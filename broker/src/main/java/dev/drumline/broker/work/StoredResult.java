// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

/**
 * A result for Celery's Redis backend.
 *
 * @param json begins with its status, as Celery's does
 * @param keepSeconds 0: for ever
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredResult(String taskId, byte[] json, long keepSeconds) {}
