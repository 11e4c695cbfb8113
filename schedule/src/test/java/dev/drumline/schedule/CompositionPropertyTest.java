// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Schedules that are made of schedules, against lists. */
class CompositionPropertyTest {
    private static final long SPAN = 2_000;

    @Property
    void shouldBoundAsAFilterDoes(
            @ForAll Random random,
            @ForAll @LongRange(min = -10, max = SPAN) long start,
            @ForAll @LongRange(min = 0, max = SPAN) long length) {
        Listed all = Listed.random(SPAN, random);
        long end = start + length;
        assertSame(new Bounded(all, start, end), all.only(at -> at >= start && at <= end), random);
    }

    @Property
    void shouldShiftEachOccurrence(@ForAll Random random, @ForAll @LongRange(min = 0, max = SPAN) long shift) {
        Listed all = Listed.random(SPAN, random);
        NavigableSet<Long> shifted = new TreeSet<>();
        all.occurrences().forEach(at -> shifted.add(at + shift));
        assertSame(new Shifted(all, shift), new Listed(shifted), random);
    }

    @Property
    void shouldUniteAsSetsDo(@ForAll Random random) {
        List<Listed> several =
                List.of(Listed.random(SPAN, random), Listed.random(SPAN / 4, random), Listed.random(SPAN / 4, random));
        NavigableSet<Long> union = new TreeSet<>();
        several.forEach(one -> union.addAll(one.occurrences()));
        assertSame(new United(List.copyOf(several)), new Listed(union), random);
    }

    @Property
    void shouldTakeOutWhatLiesInAWindow(
            @ForAll Random random, @ForAll @LongRange(min = 1, max = SPAN / 4) long windowMillis) {
        assertTakesOut(Listed.random(SPAN, random), windowMillis, random);
    }

    @Property
    void shouldTakeOutWhatLiesInWindowsWithoutGaps(
            @ForAll Random random,
            @ForAll @LongRange(min = 1, max = 20) long windowMillis,
            @ForAll @LongRange(min = 0, max = 2) long apartMillis) {
        NavigableSet<Long> begins = new TreeSet<>();
        for (long at = random.nextLong(100); at < SPAN; at += windowMillis + apartMillis) {
            at += random.nextInt(20) == 0 ? random.nextLong(100) : 0;
            begins.add(at);
        }
        assertTakesOut(new Listed(begins, windowMillis + apartMillis), windowMillis, random);
    }

    private static void assertTakesOut(Listed windows, long windowMillis, Random random) {
        Listed all = Listed.random(SPAN, random);
        Listed left = all.only(
                at -> windows.occurrences().stream().noneMatch(begin -> begin <= at && at < begin + windowMillis));
        assertSame(new Excepted(all, windows, windowMillis), left, random);
    }

    @Property
    void shouldRepeatInAFixedPeriod(
            @ForAll Random random,
            @ForAll @LongRange(min = 1, max = SPAN) long period,
            @ForAll @LongRange(min = -SPAN, max = SPAN) long anchor) {
        NavigableSet<Long> multiples = new TreeSet<>();
        for (long at = Math.floorMod(anchor, period) - period; at <= 3 * SPAN; at += period) {
            multiples.add(at);
        }
        assertSame(new FixedPeriod(period, anchor), new Listed(multiples), random);
    }

    @Property
    void shouldHappenOnce(@ForAll Random random, @ForAll @LongRange(min = 0, max = SPAN) long at) {
        assertSame(new SingleInstant(at), new Listed(new TreeSet<>(List.of(at))), random);
    }

    @Property
    void shouldFindTheNth(
            @ForAll Random random,
            @ForAll @LongRange(min = -10, max = SPAN) long after,
            @ForAll @LongRange(min = 1, max = 100) long n) {
        Listed all = Listed.random(SPAN, random);
        long expected = all.occurrences().tailSet(after, false).stream()
                .skip(n - 1)
                .findFirst()
                .orElse(Times.MAX_MILLIS);
        assertThat(Nth.after(after, n, all)).isEqualTo(expected);
    }

    /** At times from 0 to {@code 3 * SPAN}. */
    private static void assertSame(Schedule schedule, Listed expected, Random random) {
        assertSame(schedule, expected, -1, 3 * SPAN, random);
        long after = random.nextLong(-1, 2 * SPAN);
        assertSame(schedule, expected, after, random.nextLong(after, 3 * SPAN), random);
        long next = schedule.nextMillis(after);
        assertThat(next == Schedule.NEVER || schedule.previousMillis(next + 1) == next)
                .isTrue();
    }

    private static void assertSame(Schedule schedule, Listed expected, long after, long through, Random random) {
        Listed part = expected.only(at -> at > after && at <= through);
        new Agreement(Instant.ofEpochMilli(after), Instant.ofEpochMilli(through), part.instants())
                .check(schedule, random, schedule.toString());
    }
}
