// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import dev.drumline.schedule.ScheduleException;

/** The two ways to write the five fields. */
enum Dialect {
    /** A Kubernetes CronJob's: {@code ?} is {@code *}, {@code n/step} runs to the end of the field, a name has three letters. */
    CRON("cron"),
    /** Celery's: a step follows {@code *} or a range and is at most as long as the field, a name has three letters or more. */
    CRONTAB("crontab");

    private static final int NAME_LETTERS = 3;

    private final String kind;

    Dialect(String kind) {
        this.kind = kind;
    }

    /** Whether a text in lower case means a full name. */
    boolean isName(String text, String fullName) {
        boolean isLongEnough = this == CRON ? text.length() == NAME_LETTERS : text.length() >= NAME_LETTERS;
        return isLongEnough && fullName.startsWith(text);
    }

    ScheduleException refused(CronField field, String sentence) {
        return this == CRON
                ? new ScheduleException(kind, field.label() + " " + sentence)
                : new ScheduleException(kind + "." + field.key(), sentence);
    }

    ScheduleException neverHappens(String reason) {
        return new ScheduleException(kind, "never happens: " + reason);
    }
}
