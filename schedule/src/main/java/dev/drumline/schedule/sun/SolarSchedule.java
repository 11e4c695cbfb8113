// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.sun;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.Times;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * An event of the sun at a place, at most once in each of its days, on which it rises, stands highest and sets. Such a day goes
 * from one solar midnight to the next and is known by a number, so its event is the same from whatever instant it is asked
 * for. Days without the event, such as those of a polar summer, are passed over.
 *
 * <p>Worked, sunset at 52.5° N, 13.4° E: day 20449 has its noon at 11:07:34Z on 2025-12-27, and its midnights half a day before
 * and after. At noon the upper limb stands above -34', at the midnight after below it: halving the time between finds 14:58:18Z.
 *
 * <p>Due times are whole seconds, the first one at which the height is passed: the air makes a finer time meaningless, and a
 * coarser one keeps the last digits of a machine's sines out of it.
 */
final class SolarSchedule implements Schedule {
    private static final int HALF_A_DAY = 43_200;
    private static final double DAY = 86_400;
    private static final double SECONDS_PER_DEGREE = 240;
    // The sun passes each height at each place within a year, at the poles once.
    private static final int MOST_DAYS = 800;
    private static final double SUN_RADIUS_DEGREES = 0.267;
    // What the rough sun and the way of the sun in half a day may be wrong by.
    private static final double MARGIN_DEGREES = 0.75;

    private final SolarEvent event;
    private final Sky sky;

    SolarSchedule(SolarEvent event, Sky sky) {
        this.event = event;
        this.sky = sky;
    }

    @Override
    public long nextMillis(long afterMillis) {
        long after = Math.max(afterMillis, Times.MIN_MILLIS - 1);
        long first = dayOf(after) - 1;
        for (long day = first; day < first + MOST_DAYS; day++) {
            OptionalLong due = due(day);
            if (due.isPresent() && due.getAsLong() > after) {
                return due.getAsLong() <= Times.MAX_MILLIS ? due.getAsLong() : NEVER;
            }
        }
        return NEVER;
    }

    @Override
    public long previousMillis(long beforeMillis) {
        long before = Math.min(beforeMillis, Times.MAX_MILLIS + 1);
        long last = dayOf(before) + 1;
        for (long day = last; day > last - MOST_DAYS; day--) {
            OptionalLong due = due(day);
            if (due.isPresent() && due.getAsLong() < before) {
                return due.getAsLong() >= Times.MIN_MILLIS ? due.getAsLong() : NEVER_BEFORE;
            }
        }
        return NEVER_BEFORE;
    }

    @Override
    public long count(long afterMillis, long throughMillis) {
        long after = Math.max(afterMillis, Times.MIN_MILLIS - 1);
        long through = Math.min(throughMillis, Times.MAX_MILLIS);
        long firstWhole = dayOf(after) + 2;
        long lastWhole = dayOf(through) - 2;
        if (firstWhole > lastWhole) {
            return Schedule.super.count(after, through);
        }
        return LongStream.range(firstWhole - 3, firstWhole)
                        .filter(day -> due(day).orElse(after) > after)
                        .count()
                + LongStream.rangeClosed(firstWhole, lastWhole)
                        .filter(this::happens)
                        .count()
                + LongStream.rangeClosed(lastWhole + 1, lastWhole + 3)
                        .filter(day -> due(day).orElse(NEVER) <= through)
                        .count();
    }

    /** At a pole's edge of day and night a rise may move from the noon of one day almost to the midnight before that of the next. */
    @Override
    public long leastGapMillis() {
        return HALF_A_DAY * 1000L;
    }

    private OptionalLong due(long day) {
        if (event == SolarEvent.SOLAR_NOON) {
            return OptionalLong.of(transit(day) * 1000);
        }
        if (degreesWithin(day) < -MARGIN_DEGREES) {
            return OptionalLong.empty();
        }
        long midnight = midnight(day);
        long noon = midnight + HALF_A_DAY;
        if (passes(midnight, noon)) {
            return OptionalLong.of(passing(midnight, noon) * 1000);
        }
        // Where else than near a pole, the sun rises before its noon and sets after it.
        long nextMidnight = midnight(day + 1);
        return passes(noon, nextMidnight) ? OptionalLong.of(passing(noon, nextMidnight) * 1000) : OptionalLong.empty();
    }

    private boolean happens(long day) {
        double within = degreesWithin(day);
        if (Math.abs(within) > MARGIN_DEGREES) {
            return within > 0;
        }
        long midnight = midnight(day);
        return passes(midnight, midnight + HALF_A_DAY) || passes(midnight + HALF_A_DAY, midnight(day + 1));
    }

    /** By how many degrees the height of the event lies within those that the sun has on a day; negative when it lies without. */
    private double degreesWithin(long day) {
        if (event == SolarEvent.SOLAR_NOON) {
            return Double.POSITIVE_INFINITY;
        }
        double declination = RoughSun.declination(meanNoon(day));
        double atNoon = 90 - Math.abs(sky.latitude() - declination);
        double atMidnight = Math.abs(sky.latitude() + declination) - 90;
        double height = event.height() - (event.isOfUpperLimb() ? SUN_RADIUS_DEGREES : 0);
        return Math.min(atNoon - height, height - atMidnight);
    }

    private boolean passes(long from, long until) {
        return isAbove(from) != event.isRising() && isAbove(until) == event.isRising();
    }

    private long passing(long from, long until) {
        long before = from;
        long after = until;
        while (after - before > 1) {
            long middle = (before + after) / 2;
            if (isAbove(middle) == event.isRising()) {
                after = middle;
            } else {
                before = middle;
            }
        }
        return after;
    }

    private boolean isAbove(long second) {
        return sky.height(second, event.isOfUpperLimb()) >= event.height();
    }

    private long transit(long day) {
        long nearby = midnight(day) + HALF_A_DAY;
        long near = nearby - Math.round(sky.hourAngle(nearby) * SECONDS_PER_DEGREE);
        return near - Math.round(sky.hourAngle(near) * SECONDS_PER_DEGREE);
    }

    /** The second that a day begins at, but for some seconds. */
    private long midnight(long day) {
        double noon = meanNoon(day);
        return Math.round(noon * DAY - RoughSun.minutesAheadOfMeanTime(noon) * 60) - HALF_A_DAY;
    }

    private double meanNoon(long day) {
        return day + 0.5 - sky.longitude() / 360;
    }

    /** The day that an instant lies in, or, by less than an hour, the one beside it. */
    private long dayOf(long millis) {
        return (long) Math.floor(millis / 1000 / DAY + sky.longitude() / 360);
    }
}
