// SPDX-License-Identifier: Apache-2.0
/** The workshop: claims messages, runs handlers, acks. */
package dev.drumline.worker;
