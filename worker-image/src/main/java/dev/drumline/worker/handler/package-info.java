// SPDX-License-Identifier: Apache-2.0
/** The handlers that a worker knows: those built in, and a user's own from jars. */
package dev.drumline.worker.handler;
