// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

/** Whether a write takes effect, or is only checked and answered as if it did. */
public enum Commit {
    WRITE,
    DRY_RUN
}
