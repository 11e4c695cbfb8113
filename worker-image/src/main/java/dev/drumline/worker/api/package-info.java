// SPDX-License-Identifier: Apache-2.0
/** What a handler of one's own is written against: nothing else of the worker is meant for it. */
package dev.drumline.worker.api;
