// SPDX-License-Identifier: Apache-2.0
/** What a worker tells of itself: counts, metrics, and the JSON for the status screens. */
package dev.drumline.worker.status;
