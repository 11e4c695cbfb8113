// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

/** What could be wrong with FIRE, to see that the tests would notice. */
public enum Flaw {
    LEASE_NOT_CHECKED,
    MARK_NOT_CHECKED,
    VERSION_NOT_CHECKED,
    EARLY_NOT_CHECKED,
    /** The mark that is stored does not cover the batch's last occurrence. */
    MARK_ENDS_BEFORE_TO
}
