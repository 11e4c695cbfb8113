// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.explain;

import dev.drumline.schedule.spec.Rule;
import java.util.regex.Pattern;

/** A rule as it is typed on a command line, whose kind shows in its form. */
final class Expression {
    private static final Pattern RRULE = Pattern.compile("(?i)(RRULE:)?FREQ=.*");
    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-\\S*");
    private static final Pattern PERIOD = Pattern.compile("-?[0-9]\\S*");

    private Expression() {}

    /** What looks like no other kind is a cron expression. */
    static Rule rule(String text) {
        String expression = text.strip();
        if (RRULE.matcher(expression).matches()) {
            return new Rule.Rrule(expression);
        }
        if (INSTANT.matcher(expression).matches()) {
            return new Rule.At(expression);
        }
        return PERIOD.matcher(expression).matches() ? new Rule.Every(expression, null) : new Rule.Cron(expression);
    }

    /** Whether its occurrences follow from the rule alone; else the name of a task decides on them too. */
    static boolean standsAlone(Rule rule) {
        return !(rule instanceof Rule.Every every) || every.anchorTime() != null;
    }
}
