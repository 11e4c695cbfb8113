// SPDX-License-Identifier: Apache-2.0
/** What the probes of Kubernetes ask. */
package dev.drumline.worker.health;
