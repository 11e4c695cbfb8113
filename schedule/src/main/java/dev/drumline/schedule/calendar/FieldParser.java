// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import dev.drumline.schedule.ScheduleException;
import java.util.Locale;

/**
 * Reads one field: a comma list of {@code *}, {@code n} and {@code a-b} (which may wrap, as {@code fri-mon}), where {@code /step}
 * takes every step-th value of such a run from its start: {@code 50-10/10} of the minutes is 50, 0 and 10.
 */
final class FieldParser {
    private final CronField field;
    private final Dialect dialect;
    private final String item;
    private final String place;

    private FieldParser(CronField field, Dialect dialect, String item, String place) {
        this.field = field;
        this.dialect = dialect;
        this.item = item;
        this.place = place;
    }

    /** @throws ScheduleException that names the field, the item in its list, and what would be right */
    static FieldValues parse(CronField field, String text, Dialect dialect) {
        String[] items = text.split(",", -1);
        FieldValues values = FieldValues.NONE;
        for (int i = 0; i < items.length; i++) {
            String place = items.length == 1 ? "" : " in item " + (i + 1) + " of " + items.length;
            values = values.and(new FieldParser(field, dialect, items[i].strip(), place).parseItem());
        }
        return values;
    }

    private FieldValues parseItem() {
        String[] parts = item.split("/", -1);
        if (parts.length > 2) {
            throw refused(item, "must have one step, such as */5");
        }
        int step = parts.length == 2 ? parseStep(parts[1]) : 1;
        if (parts[0].equals("*") || dialect == Dialect.CRON && parts[0].equals("?")) {
            return new FieldValues(run(field.min(), field.max(), step), step == 1);
        }
        if (parts[0].isEmpty() && parts.length == 2) {
            throw refused(item, "must be * or a range before the step, such as */5");
        }
        String[] ends = parts[0].split("-", -1);
        if (ends.length > 2 || ends.length == 2 && (ends[0].isEmpty() || ends[1].isEmpty() || ends[0].equals("*"))) {
            throw refused(item, "must be a range of two values, such as 1-5");
        }
        int first = parseValue(ends[0]);
        if (ends.length == 2) {
            return new FieldValues(run(first, parseValue(ends[1]), step), false);
        }
        return new FieldValues(run(first, parts.length == 2 ? openEnd(first, step) : first, step), false);
    }

    private int openEnd(int first, int step) {
        if (dialect == Dialect.CRONTAB) {
            throw refused(item, "must be a range before the step, such as " + first + "-" + field.max() + "/" + step);
        }
        return field.max();
    }

    private long run(int first, int last, int step) {
        int length = Math.floorMod(last - first, field.size());
        long bits = 0;
        for (long i = 0; i <= length; i += step) {
            bits |= 1L << (first - field.min() + i) % field.size() + field.min();
        }
        return bits;
    }

    private int parseValue(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < field.names().size(); i++) {
            if (dialect.isName(lowerCase, field.names().get(i))) {
                return field.min() + i;
            }
        }
        int value = number(text);
        if (value < field.min() || value > field.max()) {
            throw refused(text, "must be " + field.allowed());
        }
        return value;
    }

    private int parseStep(String text) {
        int step = number(text);
        int most = dialect == Dialect.CRON ? Integer.MAX_VALUE : field.size();
        if (step < 1 || step > most) {
            throw refused("step is ", text, most == Integer.MAX_VALUE ? "must be at least 1" : "must be 1-" + most);
        }
        return step;
    }

    /** A number that is too great for an int is the greatest int; what is no number is -1. */
    private static int number(String text) {
        if (!text.matches("[0-9]+")) {
            return -1;
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private ScheduleException refused(String found, String right) {
        return refused("is ", found, right);
    }

    private ScheduleException refused(String is, String found, String right) {
        String where = found.equals(item) ? place : place + (place.isEmpty() ? " in " : ", ") + quoted(item);
        return dialect.refused(field, is + quoted(found) + where + ", " + right);
    }

    private static String quoted(String text) {
        if (text.isEmpty()) {
            return "empty";
        }
        return text.matches("[0-9]+") ? text : "\"" + text + "\"";
    }
}
