// SPDX-License-Identifier: Apache-2.0
/** Runs claimed messages, each on a virtual thread of its own. */
package dev.drumline.worker.run;
