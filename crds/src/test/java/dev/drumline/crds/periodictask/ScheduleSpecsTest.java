// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.spec.Exclusion;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleSpecsTest {
    private static final String CREATED = "2026-11-24T08:00:00Z";

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("{every: 10s}", new Rule.Every("10s", null)),
                Arguments.of(
                        "{every: 10s, anchorTime: '2026-01-01T00:00:00Z'}",
                        new Rule.Every("10s", "2026-01-01T00:00:00Z")),
                Arguments.of("{cron: '0 9 * * *'}", new Rule.Cron("0 9 * * *")),
                Arguments.of(
                        "{crontab: {minute: '1', hour: '2', dayOfWeek: '3', dayOfMonth: '4', monthOfYear: '5'}}",
                        new Rule.Crontab("1", "2", "3", "4", "5")),
                Arguments.of("{at: '2026-12-24T18:00:00Z'}", new Rule.At("2026-12-24T18:00:00Z")),
                Arguments.of(
                        "{solar: {event: dusk_civil, latitude: 52.5, longitude: 13}}",
                        new Rule.Solar("dusk_civil", 52.5, 13)),
                Arguments.of("{rrule: FREQ=DAILY}", new Rule.Rrule("FREQ=DAILY")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldReadEachKindAloneInAListAndAsAnException(String yaml, Rule rule) {
        assertThat(of("schedule: " + yaml)).isEqualTo(ScheduleSpec.of(rule));
        assertThat(of("schedules: [" + yaml + ", {every: 1h}]"))
                .isEqualTo(ScheduleSpec.of(rule, new Rule.Every("1h", null)));
        assertThat(of("schedule: {every: 1h}\nexcept: [" + yaml + "]"))
                .isEqualTo(ScheduleSpec.of(new Rule.Every("1h", null)).except(new Exclusion(rule, 60)));
    }

    @Test
    void shouldKnowAListOfOneFromARule() {
        ScheduleSpec spec = of("schedules: [{every: 10s}]");
        assertThat(spec.rules()).containsExactly(new Rule.Every("10s", null));
        assertThat(spec.listed()).isTrue();
    }

    @Test
    void shouldReadHowLongAnExceptionLasts() {
        assertThat(of("schedule: {every: 10s}\nexcept: [{cron: '0 0 24 12 *', forSeconds: 86400}]")
                        .except())
                .containsExactly(new Exclusion(new Rule.Cron("0 0 24 12 *"), 86_400));
    }

    @Test
    void shouldCountRunsFromTheStartOrElseFromWhenTheTaskWasMade() {
        assertThat(of("schedule: {every: 10s}\nmaxRuns: 5").countedFrom()).isEqualTo(CREATED);
        assertThat(of("schedule: {every: 10s}\nmaxRuns: 5\nstartTime: '2026-01-01T00:00:00Z'")
                        .countedFrom())
                .isNull();
        assertThat(of("schedule: {every: 10s}").countedFrom()).isNull();
    }

    private static ScheduleSpec of(String yaml) {
        return ScheduleSpecs.of(new KubernetesSerialization().unmarshal(yaml, PeriodicTaskSpec.class), CREATED);
    }
}
