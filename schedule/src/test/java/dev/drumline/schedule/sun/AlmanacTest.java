// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.sun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Schedule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Within 60 s of what others say: almanacs, as they were published ({@code almanac.txt} names them), and PyEphem, which Celery asks
 * ({@code ephem_vectors.py} asks it the same way). An almanac's minute is rounded, so up to 30 s of its 60 s may be its own.
 */
class AlmanacTest {
    private static final long MOST_SECONDS = 60;
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]'Z'").withZone(ZoneOffset.UTC);

    static List<String> almanac() throws IOException {
        return lines("almanac.txt");
    }

    static List<String> ephem() throws IOException {
        return lines("ephem.txt");
    }

    @ParameterizedTest
    @MethodSource("almanac")
    void shouldAgreeWithThePublishedTime(String line) {
        String[] fields = line.split("\\s*\\|\\s*");
        Schedule schedule = Solar.parse(fields[4], degrees(fields[1]), degrees(fields[2]));
        Instant published = Instant.from(FORMAT.parse(fields[5]));
        Instant found = schedule.next(published.minusSeconds(6 * 3600)).orElseThrow();
        assertThat(Duration.between(published, found).abs()).isLessThanOrEqualTo(Duration.ofSeconds(MOST_SECONDS));
    }

    @Test
    void shouldKnowADozenPlacesAndAllEvents() throws IOException {
        assertThat(almanac().stream().map(line -> line.split("\\|")[0]).distinct())
                .hasSizeGreaterThanOrEqualTo(15);
        assertThat(almanac().stream().map(line -> line.split("\\|")[4].strip()).distinct())
                .containsExactlyInAnyOrder(SolarEvent.names().split(", "));
    }

    /** Where days are passed over, the next one is the first of its season: the sun only grazes the height, and the minute is less sure. */
    @ParameterizedTest
    @MethodSource("ephem")
    void shouldAgreeWithWhatCeleryAsks(String line) {
        String[] fields = line.split("\\|");
        Schedule schedule = Solar.parse(fields[0], Double.parseDouble(fields[1]), Double.parseDouble(fields[2]));
        Instant after = Instant.parse(fields[3]);
        Instant expected = Instant.parse(fields[4]);
        boolean firstOfItsSeason = Duration.between(after, expected).compareTo(Duration.ofDays(2)) > 0;
        assertThat(Duration.between(expected, schedule.next(after).orElseThrow())
                        .abs())
                .isLessThanOrEqualTo(Duration.ofSeconds(firstOfItsSeason ? 2 * MOST_SECONDS : MOST_SECONDS));
    }

    /** From the USNO's table of 2020 for Longyearbyen, N78 13, E15 38: on the days in between the sun was always up, or always down. */
    @ParameterizedTest
    @CsvSource({
        "sunset,  2020-04-17T22:36:00Z, 2020-08-24T22:11:00Z",
        "sunrise, 2020-04-17T23:20:00Z, 2020-08-24T23:50:00Z",
        "sunset,  2020-01-01T00:00:00Z, 2020-02-16T11:54:00Z",
        "sunrise, 2020-01-01T00:00:00Z, 2020-02-16T10:32:00Z",
    })
    void shouldPassOverPolarDaysAndNights(String event, Instant after, Instant published) {
        Schedule schedule = Solar.parse(event, degrees("N78 13"), degrees("E15 38"));
        Duration difference =
                Duration.between(published, schedule.next(after).orElseThrow()).abs();
        assertThat(difference).isLessThanOrEqualTo(Duration.ofSeconds(2 * MOST_SECONDS));
        assertThat(schedule.previous(published.minusSeconds(600)).orElseThrow()).isBefore(after);
    }

    private static double degrees(String text) {
        String[] parts = text.substring(1).split(" ");
        double degrees = Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]) / 60;
        return text.startsWith("S") || text.startsWith("W") ? -degrees : degrees;
    }

    private static List<String> lines(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(AlmanacTest.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
