// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.operator.testing.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule: {every: 10s}                   |                         | every 10s",
                "schedule: {every: 10s}                   | timeZone: Europe/Berlin | every 10s",
                "schedule: {cron: '0 3 * * *'}            |                         | cron 0 3 * * *",
                "schedule: {cron: '0 3 * * *'}            | timeZone: Europe/Berlin | cron 0 3 * * * Europe/Berlin",
                "schedule: {at: '2026-12-24T18:00:00Z'}   |                         | at 2026-12-24T18:00:00Z"
            })
    void shouldReadTheScheduleOut(String schedule, String zone, String text) {
        var task = zone == null ? Samples.task(schedule) : Samples.task(schedule, zone);
        assertThat(ScheduleText.of(task.getSpec())).isEqualTo(text);
    }
}
