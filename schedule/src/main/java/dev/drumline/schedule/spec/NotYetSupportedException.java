// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import dev.drumline.schedule.ScheduleException;

/** A schedule that is well-formed, of a kind that this version does not run. */
public final class NotYetSupportedException extends ScheduleException {
    private static final long serialVersionUID = 1;

    public NotYetSupportedException(String field) {
        super(field, "is not supported by this version of Drumline");
    }
}
