// SPDX-License-Identifier: Apache-2.0
/** A claimed message, and what is to become of it: no thread, no clock, no Redis. */
package dev.drumline.worker.task;
