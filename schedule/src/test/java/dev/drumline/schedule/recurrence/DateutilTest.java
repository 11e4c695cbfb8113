// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Schedule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agrees with python-dateutil, whose rules RedBeat's are: {@code dateutil.txt} is what {@code dateutil_vectors.py} prints. */
class DateutilTest {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    static List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                DateutilTest.class.getResourceAsStream("dateutil.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    @Test
    void shouldHaveManyRules() throws IOException {
        assertThat(lines()).hasSizeGreaterThan(500);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void shouldFindWhatDateutilFinds(String line) {
        String[] fields = line.split("\\|");
        Schedule schedule = Rrule.parse(fields[0], OptionalLong.of(millis(fields[1])), ZoneOffset.UTC.getRules());
        assertThat(first(schedule, fields[2].split(" ").length)).containsExactly(fields[2].split(" "));
        for (String pair : fields[3].split(" ")) {
            String[] sides = pair.split(">");
            assertThat(text(schedule.nextMillis(millis(sides[0]) - 1))).as(pair).isEqualTo(sides[1]);
        }
        for (String pair : fields[4].split(" ")) {
            String[] sides = pair.split("<");
            assertThat(text(schedule.previousMillis(millis(sides[0]) + 1)))
                    .as(pair)
                    .isEqualTo(sides[1]);
        }
    }

    private static String[] first(Schedule schedule, int count) {
        return Stream.iterate(schedule.nextMillis(Long.MIN_VALUE), schedule::nextMillis)
                .limit(count)
                .map(DateutilTest::text)
                .toArray(String[]::new);
    }

    private static long millis(String text) {
        return LocalDateTime.parse(text, FORMAT).toEpochSecond(ZoneOffset.UTC) * 1000;
    }

    private static String text(long millis) {
        return millis == Schedule.NEVER || millis == Schedule.NEVER_BEFORE
                ? "-"
                : LocalDateTime.ofEpochSecond(millis / 1000, 0, ZoneOffset.UTC).format(FORMAT);
    }
}
