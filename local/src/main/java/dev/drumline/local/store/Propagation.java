// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

/** What becomes of the objects that the deleted one owns. */
public enum Propagation {
    BACKGROUND,
    FOREGROUND,
    ORPHAN
}
