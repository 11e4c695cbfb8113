// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.spec.Exclusion;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTextTest {
    private static final Rule FIVE = new Rule.Cron("*/5 * * * *");
    private static final Exclusion SUNDAYS = new Exclusion(new Rule.Cron("* * * * sun"), null);

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(new Rule.Every("1m30s", null), "every 1m30s", false),
                Arguments.of(FIVE, "cron */5 * * * *", true),
                Arguments.of(new Rule.At("2026-12-24T18:00:00Z"), "at 2026-12-24T18:00:00Z", false),
                Arguments.of(new Rule.Crontab("0", "3", "mon", null, "1"), "crontab 0 3 * 1 mon", true),
                Arguments.of(new Rule.Solar("sunset", 52.5, -13), "solar sunset 52.5 -13", false),
                Arguments.of(new Rule.Rrule("FREQ=MONTHLY;BYDAY=-1FR"), "rrule FREQ=MONTHLY;BYDAY=-1FR", true));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldSayEachKindAndItsZoneWhereThatMatters(Rule rule, String text, boolean isLocal) {
        assertThat(ScheduleText.of(ScheduleSpec.of(rule))).isEqualTo(text);
        assertThat(ScheduleText.of(ScheduleSpec.of(rule).in("Europe/Berlin")))
                .isEqualTo(text + (isLocal ? " Europe/Berlin" : ""));
    }

    @Test
    void shouldJoinTwoRulesAndCountMore() {
        Rule ten = new Rule.Every("10s", null);
        assertThat(ScheduleText.of(ScheduleSpec.of(ten, FIVE).in("Asia/Tokyo")))
                .isEqualTo("every 10s + cron */5 * * * * Asia/Tokyo");
        assertThat(ScheduleText.of(ScheduleSpec.of(ten, FIVE, FIVE))).isEqualTo("every 10s + 2 more");
    }

    @Test
    void shouldSayWhatIsLeftOut() {
        Rule ten = new Rule.Every("10s", null);
        assertThat(ScheduleText.of(ScheduleSpec.of(ten).except(SUNDAYS).in("Asia/Tokyo")))
                .isEqualTo("every 10s except cron * * * * sun Asia/Tokyo");
        assertThat(ScheduleText.of(ScheduleSpec.of(ten).except(SUNDAYS, SUNDAYS, SUNDAYS)))
                .isEqualTo("every 10s except cron * * * * sun + 2 more");
    }

    @Test
    void shouldCutALongRule() {
        String text = ScheduleText.of(ScheduleSpec.of(new Rule.Rrule("FREQ=DAILY;BYHOUR=" + "1,".repeat(200))));
        String longest = "FREQ=DAILY;BYHOUR=" + "1,".repeat(20);
        assertThat(ScheduleText.of(ScheduleSpec.of(new Rule.Rrule(longest))))
                .hasSize(64)
                .endsWith(longest);
        assertThat(text).hasSize(64).startsWith("rrule FREQ=DAILY;BYHOUR=1,1,").endsWith("…");
    }
}
