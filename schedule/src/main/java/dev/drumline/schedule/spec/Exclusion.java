// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

/**
 * What {@code spec.except} takes out: every occurrence that lies in a window which begins when the rule is due.
 *
 * @param forSeconds the length of a window; null means 60, the minute that a cron expression names
 */
public record Exclusion(Rule rule, Integer forSeconds) {
    private static final int MINUTE = 60;

    public Exclusion {
        forSeconds = forSeconds == null ? MINUTE : forSeconds;
    }
}
