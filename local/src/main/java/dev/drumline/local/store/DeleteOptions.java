// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import java.util.OptionalInt;

/**
 * How to delete.
 *
 * @param gracePeriodSeconds for pods: how long the process may take to stop; 0 removes the object at once; empty
 *     means the pod's own {@code terminationGracePeriodSeconds}
 * @param uid only if the object still has this uid; empty for any
 * @param resourceVersion only if the object is still at this version; 0 for any
 */
public record DeleteOptions(
        OptionalInt gracePeriodSeconds, Propagation propagation, String uid, long resourceVersion, Commit commit) {

    public static final DeleteOptions DEFAULT =
            new DeleteOptions(OptionalInt.empty(), Propagation.BACKGROUND, "", 0, Commit.WRITE);

    /** Removes the object now; the kubelet says so when a pod's process has ended. */
    public static final DeleteOptions NOW =
            new DeleteOptions(OptionalInt.of(0), Propagation.BACKGROUND, "", 0, Commit.WRITE);

    /** The same, for the very object with this uid and no later one of its name. */
    public DeleteOptions ifUid(String expected) {
        return new DeleteOptions(gracePeriodSeconds, propagation, expected, resourceVersion, commit);
    }
}
