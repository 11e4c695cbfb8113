// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A random field together with what it means, told without the parser. */
record CronText(String text, Set<Integer> values, boolean star) {

    static CronText star(CronField field) {
        return new CronText("*", run(field.min(), field.max(), 1, field), true);
    }

    static CronText value(int value) {
        return new CronText("" + value, Set.of(value), false);
    }

    /** A comma list of one to three items, seldom {@code *} alone. */
    static CronText random(CronField field, Dialect dialect, Random random) {
        CronText text = item(field, field.max(), dialect, random);
        for (int more = random.nextInt(3); more > 0; more--) {
            text = text.and(item(field, field.max(), dialect, random));
        }
        return text;
    }

    /** One item, whose values start from the least one to {@code last}; steps and wraps reach to the end of the field. */
    static CronText item(CronField field, int last, Dialect dialect, Random random) {
        int a = random.nextInt(field.min(), last + 1);
        int b = random.nextInt(field.min(), last + 1);
        int step = random.nextInt(1, field.size() + 1);
        String from = name(a, field, dialect, random);
        String to = name(b, field, dialect, random);
        return switch (random.nextInt(dialect == Dialect.CRON ? 7 : 5)) {
            case 0 -> star(field);
            case 1 -> new CronText("*/" + step, run(field.min(), field.max(), step, field), step == 1);
            case 2 -> new CronText(from, Set.of(a), false);
            case 3 -> new CronText(from + "-" + to, run(a, b, 1, field), false);
            case 4 -> new CronText(from + "-" + to + "/" + step, run(a, b, step, field), false);
            case 5 -> new CronText("?", star(field).values(), true);
            default -> new CronText(from + "/" + step, run(a, field.max(), step, field), false);
        };
    }

    /** Celery 5.2 knows no names of months. */
    private static String name(int value, CronField field, Dialect dialect, Random random) {
        boolean hasName = dialect == Dialect.CRON ? !field.names().isEmpty() : field == CronField.DAY_OF_WEEK;
        if (!hasName || random.nextBoolean()) {
            return "0".repeat(random.nextInt(10) == 0 ? 1 : 0) + value;
        }
        String full = field.names().get(value - field.min());
        String name = full.substring(0, dialect == Dialect.CRON ? 3 : random.nextInt(3, full.length() + 1));
        return random.nextBoolean() ? name : name.substring(0, 1).toUpperCase() + name.substring(1);
    }

    private static Set<Integer> run(int first, int last, int step, CronField field) {
        IntStream all = first <= last
                ? IntStream.rangeClosed(first, last)
                : IntStream.concat(IntStream.rangeClosed(first, field.max()), IntStream.rangeClosed(field.min(), last));
        int[] run = all.toArray();
        Set<Integer> values = new TreeSet<>();
        for (int i = 0; i < run.length; i += step) {
            values.add(run[i]);
        }
        return values;
    }

    private CronText and(CronText other) {
        Set<Integer> both = new TreeSet<>(values);
        both.addAll(other.values);
        return new CronText(text + "," + other.text, both, star || other.star);
    }
}
