// SPDX-License-Identifier: Apache-2.0
/** The bell tower: holds leases, keeps what is due, fires. */
package dev.drumline.beat;
