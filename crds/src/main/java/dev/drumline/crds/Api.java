// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds;

/** The API group and version of every kind of Drumline, and what they share in discovery. */
public final class Api {
    public static final String GROUP = "drumline.dev";
    public static final String VERSION = "v1beta1";
    public static final String CATEGORY = "drumline";

    /** {@code paused} stops reconciliation of the object; nothing that runs is touched. */
    public static final String RECONCILE_ANNOTATION = "drumline.dev/reconcile";

    /** Any new value asks for one occurrence outside the schedule. */
    public static final String RUN_NOW_ANNOTATION = "drumline.dev/run-now";

    private Api() {}
}
