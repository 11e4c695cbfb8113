// SPDX-License-Identifier: Apache-2.0
/** The loops of a worker: claim, finish, heartbeat. Each is a body that a test can step, and a thread that repeats it. */
package dev.drumline.worker.loop;
