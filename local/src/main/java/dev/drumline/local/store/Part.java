// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

/** Which half of an object a write may change, when its kind has the status subresource. */
public enum Part {
    /** Everything but {@code status}. */
    MAIN,
    /** {@code status} alone. */
    STATUS
}
