// SPDX-License-Identifier: Apache-2.0
/**
 * What workers do with messages: claim, refresh, finish, give back. Each step is one script, and right whether the
 * worker dies before it, after it, or never hears its answer.
 *
 * <p>Kombu's own {@code unacked} and {@code unacked_index} are kept true, so stock Celery workers may share the queues.
 */
package dev.drumline.broker.work;
