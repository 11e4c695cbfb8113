// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.Times;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolarTest {
    private static final long Y2100_MILLIS = 4_102_444_800_000L;

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void shouldFindTheSameInstantsFromWherever(
            @ForAll SolarEvent event,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @LongRange(min = 0, max = Y2100_MILLIS) long after,
            @ForAll @IntRange(min = 3_000_000, max = 86_400_000) int step) {
        Schedule schedule = Solar.parse(event.toString(), latitude, longitude);
        long next = schedule.nextMillis(after);
        long following = schedule.nextMillis(next);
        assertThat(next).isGreaterThan(after);
        assertThat(following).isGreaterThan(next);
        assertThat(following - next).isGreaterThanOrEqualTo(schedule.leastGapMillis());
        assertThat(next % 1000).isZero();
        for (long between = next; between < Math.min(following, next + 3 * 86_400_000L); between += step) {
            assertThat(schedule.nextMillis(between)).isEqualTo(following);
            assertThat(schedule.previousMillis(between + 1)).isEqualTo(next);
        }
        assertThat(schedule.previousMillis(following)).isEqualTo(next);
        assertThat(schedule.previousMillis(next)).isLessThanOrEqualTo(after);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void shouldCountAsItFinds(
            @ForAll SolarEvent event,
            @ForAll Random random,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @LongRange(min = 0, max = Y2100_MILLIS) long after,
            @ForAll @IntRange(min = 5, max = 366) int days) {
        // Where the sun may stay up or down for days; jqwik by itself keeps close to the equator.
        double latitude = random.nextDouble(45, 90) * (random.nextBoolean() ? 1 : -1);
        Schedule schedule = Solar.parse(event.toString(), latitude, longitude);
        long through = after + days * 86_400_000L;
        long found = 0;
        long last = after;
        for (long due = schedule.nextMillis(after); due <= through; due = schedule.nextMillis(due)) {
            found++;
            last = due;
        }
        assertThat(schedule.count(after, through)).isEqualTo(found);
        assertThat(schedule.count(after, last)).isEqualTo(found);
        assertThat(schedule.count(after, last - 1)).isEqualTo(Math.max(0, found - 1));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void shouldCountAFewDaysAsItFinds(
            @ForAll SolarEvent event,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @LongRange(min = 0, max = Y2100_MILLIS) long after,
            @ForAll @IntRange(min = 0, max = 6 * 86_400_000) int length) {
        Schedule schedule = Solar.parse(event.toString(), latitude, longitude);
        List<Instant> found =
                schedule.between(Instant.ofEpochMilli(after), Instant.ofEpochMilli(after + length), Integer.MAX_VALUE);
        assertThat(schedule.count(after, after + length)).isEqualTo(found.size());
    }

    /** The sun's height for somebody on the north pole is its declination. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void shouldLookRoughlyWhereTheSunIs(@ForAll @IntRange(min = -719_528, max = 2_932_896) int epochDay) {
        boolean near2000 = Math.abs(epochDay - 10_957) < 36_525;
        Sky pole = new Sky(90, 0);
        assertThat(RoughSun.declination(epochDay))
                .isCloseTo(pole.height(epochDay * 86_400L, false), within(near2000 ? 0.01 : 0.4));
        double noonDay = epochDay + 0.5;
        assertThat(RoughSun.minutesAheadOfMeanTime(noonDay))
                .isCloseTo(pole.hourAngle(epochDay * 86_400L + 43_200) * 4, within(near2000 ? 0.05 : 11));
    }

    /** In far years too, where the rough sun is minutes off. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldPassTheMeridianAtNoon(
            @ForAll @DoubleRange(min = -180, max = 180) double longitude, @ForAll Random random) {
        long after = random.nextLong(Times.MIN_MILLIS, Times.MAX_MILLIS - 86_400_000);
        long noon = Solar.parse("solar_noon", 10, longitude).nextMillis(after);
        // Half a second, by which it is rounded, is 0.0021 degrees.
        assertThat(new Sky(10, longitude).hourAngle(noon / 1000)).isCloseTo(0, within(0.0021));
    }

    @Test
    void shouldSayHowCloseItsTimesMayLie() {
        assertThat(Solar.parse("sunset", 52.5, 13.4).leastGapMillis()).isEqualTo(12 * 3_600_000);
    }

    @Test
    void shouldFireOnceAYearAtThePole() {
        Schedule sunrise = Solar.parse("sunrise", 90, 0);
        Instant first = sunrise.next(Instant.parse("2026-01-01T00:00:00Z")).orElseThrow();
        // Then: two days before the equinox, as the air and the sun's size lift it.
        assertThat(first).isBetween(Instant.parse("2026-03-17T12:00:00Z"), Instant.parse("2026-03-19T12:00:00Z"));
        assertThat(sunrise.next(first).orElseThrow())
                .isBetween(Instant.parse("2027-03-17T12:00:00Z"), Instant.parse("2027-03-19T12:00:00Z"));
    }

    @Test
    void shouldKeepHalfADayBetweenTwoEventsEvenCloseToThePole() {
        // Where the shortest of them was found, 21 h 16 min.
        Schedule sunrise = Solar.parse("sunrise", 88.59, 13.4);
        List<Instant> season =
                sunrise.between(Instant.parse("2053-03-01T00:00:00Z"), Instant.parse("2053-04-01T00:00:00Z"), 100);
        assertThat(season).hasSizeGreaterThan(2);
        for (int i = 1; i < season.size(); i++) {
            assertThat(Duration.between(season.get(i - 1), season.get(i)).toMillis())
                    .isGreaterThanOrEqualTo(sunrise.leastGapMillis());
        }
    }

    @Test
    void shouldHappenEverywhereInItsSeason() {
        for (SolarEvent event : SolarEvent.values()) {
            for (double latitude = -90; latitude <= 90; latitude += 7.5) {
                assertThat(Solar.parse(event.toString(), latitude, 0).next(Instant.EPOCH))
                        .as("%s at %s", event, latitude)
                        .isPresent();
            }
        }
    }

    @Test
    void shouldKeepToTheYearsOfTheClockwork() {
        Schedule noon = Solar.parse("solar_noon", 0, 0);
        assertThat(noon.nextMillis(Long.MIN_VALUE)).isBetween(Times.MIN_MILLIS, Times.MIN_MILLIS + 86_400_000);
        assertThat(noon.previousMillis(Times.MIN_MILLIS)).isEqualTo(Schedule.NEVER_BEFORE);
        assertThat(noon.previousMillis(Long.MAX_VALUE)).isBetween(Times.MAX_MILLIS - 86_400_000, Times.MAX_MILLIS);
        assertThat(noon.nextMillis(Times.MAX_MILLIS)).isEqualTo(Schedule.NEVER);
        assertThat(noon.count(Times.MIN_MILLIS - 1, Times.MAX_MILLIS)).isEqualTo(3_652_425);
    }

    @Test
    void shouldHappenInTheFirstSecondOfTheYears() {
        // Given: where it is noon then
        Schedule noon = Solar.parse("solar_noon", 0, -178.213);
        // Then
        assertThat(noon.nextMillis(Long.MIN_VALUE)).isEqualTo(Times.MIN_MILLIS);
        assertThat(noon.previousMillis(Times.MIN_MILLIS + 1)).isEqualTo(Times.MIN_MILLIS);
        assertThat(noon.count(Long.MIN_VALUE, Times.MIN_MILLIS)).isOne();
        assertThat(noon.count(Times.MIN_MILLIS, Times.MIN_MILLIS + 86_400_000 / 2))
                .isZero();
    }

    @Test
    void shouldNotLookAtTheZoneOfTheMachine() {
        TimeZone before = TimeZone.getDefault();
        Schedule schedule = Solar.parse("sunset", 69.65, 18.96);
        try {
            assertThat(Stream.of("Pacific/Kiritimati", "Pacific/Niue", "UTC")
                            .map(zone -> {
                                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                                return schedule.between(
                                        Instant.parse("2025-12-20T00:00:00Z"),
                                        Instant.parse("2026-12-20T00:00:00Z"),
                                        400);
                            })
                            .distinct())
                    .hasSize(1);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "moonrise | 52.5 | 13.4 | solar.event | unknown event \"moonrise\"; use dawn_astronomical, dawn_nautical, dawn_civil, sunrise, solar_noon, sunset, dusk_civil, dusk_nautical, dusk_astronomical",
                "SUNSET   | 52.5 | 13.4 | solar.event | unknown event \"SUNSET\"; use dawn_astronomical, dawn_nautical, dawn_civil, sunrise, solar_noon, sunset, dusk_civil, dusk_nautical, dusk_astronomical",
                "sunset   | 90.5 | 13.4 | solar.latitude | is 90.5, must be -90 to 90 degrees",
                "sunset   | -91  | 13.4 | solar.latitude | is -91.0, must be -90 to 90 degrees",
                "sunset   | NaN  | 13.4 | solar.latitude | is NaN, must be -90 to 90 degrees",
                "sunset   | 52.5 | 181  | solar.longitude | is 181.0, must be -180 to 180 degrees",
                "sunset   | 52.5 | -Infinity | solar.longitude | is -Infinity, must be -180 to 180 degrees",
            })
    void shouldSayWhatWouldBeRight(String event, double latitude, double longitude, String field, String sentence) {
        ScheduleSpec spec = ScheduleSpec.of(new Rule.Solar(event, latitude, longitude));
        ScheduleException refused =
                catchThrowableOfType(ScheduleException.class, () -> Schedules.parse(spec, "default/task"));
        assertThat(refused).isNotNull().hasMessage(sentence);
        assertThat(refused.field()).isEqualTo("schedule." + field);
    }
}
