// SPDX-License-Identifier: Apache-2.0
/** The measuring bench: each promise with a figure, measured here beside the peers, in one run on one machine. */
package dev.drumline.bench;
