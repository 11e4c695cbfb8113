// SPDX-License-Identifier: Apache-2.0
/** How a task ended, and what is told of it in Celery's words. */
package dev.drumline.worker.result;
