// SPDX-License-Identifier: Apache-2.0
/** How the worker logs: a fixed sentence, then facts. */
package dev.drumline.worker.log;
