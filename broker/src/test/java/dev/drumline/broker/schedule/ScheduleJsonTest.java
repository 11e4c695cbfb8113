// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drumline.broker.message.Json;
import dev.drumline.schedule.spec.Exclusion;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleJsonTest {
    private static final Rule DAILY = new Rule.Cron("@daily");

    /** What is stored already must stay the same text, or every entry would look edited. */
    static Stream<Arguments> stored() {
        return Stream.of(
                Arguments.of(ScheduleSpec.of(new Rule.Every("10s", null)), "{'every':'10s'}"),
                Arguments.of(
                        ScheduleSpec.of(new Rule.Every("10s", "2026-01-01T00:00:00Z")),
                        "{'every':'10s','anchorTime':'2026-01-01T00:00:00Z'}"),
                Arguments.of(
                        ScheduleSpec.of(new Rule.Cron("0 9 * * 1-5"))
                                .in("Europe/Berlin")
                                .between("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")
                                .spreadOver(60),
                        "{'cron':'0 9 * * 1-5','timeZone':'Europe/Berlin','startTime':'2026-01-01T00:00:00Z',"
                                + "'endTime':'2027-01-01T00:00:00Z','spreadSeconds':60}"),
                Arguments.of(ScheduleSpec.of(new Rule.At("2026-12-24T18:00:00Z")), "{'at':'2026-12-24T18:00:00Z'}"),
                Arguments.of(
                        ScheduleSpec.of(new Rule.Crontab("0", "3", "mon", null, "*")),
                        "{'crontab':{'minute':'0','hour':'3','dayOfWeek':'mon'}}"),
                Arguments.of(
                        ScheduleSpec.of(new Rule.Solar("sunset", 52.5, -13)),
                        "{'solar':{'event':'sunset','latitude':52.5,'longitude':-13.0}}"),
                Arguments.of(ScheduleSpec.of(new Rule.Rrule("FREQ=DAILY")), "{'rrule':'FREQ=DAILY'}"),
                Arguments.of(
                        ScheduleSpec.of(DAILY, new Rule.Every("7h", null))
                                .except(
                                        new Exclusion(new Rule.Cron("* * * * sun"), 60),
                                        new Exclusion(new Rule.At("2026-12-24T00:00:00Z"), 86_400))
                                .limitedTo(5, "2026-11-24T08:00:00Z"),
                        "{'schedules':[{'cron':'@daily'},{'every':'7h'}],'except':[{'cron':'* * * * sun'},"
                                + "{'at':'2026-12-24T00:00:00Z','forSeconds':86400}],'maxRuns':5,"
                                + "'countedFrom':'2026-11-24T08:00:00Z'}"));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void shouldWriteAScheduleInFewWords(ScheduleSpec spec, String json) {
        assertThat(ScheduleJson.write(spec)).hasToString(json.replace('\'', '"'));
    }

    @Property
    void shouldReadBackWhatItWrote(@ForAll("specs") ScheduleSpec spec) throws JsonProcessingException {
        String text = ScheduleJson.write(spec).toString();
        ScheduleSpec read = ScheduleJson.read(Json.MAPPER.readTree(text));
        assertThat(read).isEqualTo(spec);
        assertThat(ScheduleJson.write(read)).hasToString(text);
    }

    @Test
    void shouldWriteAListOfOneAsTheRuleAlone() {
        ScheduleSpec listed = new ScheduleSpec(List.of(DAILY), true, null, null, null, null, null, null, null);
        assertThat(ScheduleJson.write(listed)).isEqualTo(ScheduleJson.write(ScheduleSpec.of(DAILY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'moon':'full'}",
                "{'schedules':[{'every':'10s'},{'moon':'full'}]}",
                "{'every':'10s','except':[{}]}"
            })
    void shouldRefuseAKindOfALaterVersion(String json) {
        assertThatThrownBy(() -> ScheduleJson.read(Json.MAPPER.readTree(json.replace('\'', '"'))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no known kind of schedule in {");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'every':null}", "{'cron':5}", "{'at':{}}", "{'rrule':[]}", "{'solar':{}}", "{'solar':1}"})
    void shouldRefuseABrokenRow(String json) {
        assertThatThrownBy(() -> ScheduleJson.read(Json.MAPPER.readTree(json.replace('\'', '"'))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no text in ");
    }

    @Provide
    Arbitrary<ScheduleSpec> specs() {
        Arbitrary<Integer> numbers = Arbitraries.integers().greaterOrEqual(0).injectNull(0.5);
        Arbitrary<Exclusion> exclusions = Combinators.combine(rules(), numbers).as(Exclusion::new);
        return Combinators.combine(
                        rules().list().ofMinSize(1).ofMaxSize(4),
                        exclusions.list().ofMaxSize(3),
                        texts(),
                        texts(),
                        texts(),
                        numbers,
                        numbers,
                        texts())
                .as((rules, except, zone, start, end, spread, runs, from) ->
                        new ScheduleSpec(rules, rules.size() > 1, except, zone, start, end, spread, runs, from));
    }

    private static Arbitrary<Rule> rules() {
        Arbitrary<String> text = Arbitraries.strings();
        Arbitrary<Double> degrees = Arbitraries.doubles().between(-180, 180);
        return Arbitraries.oneOf(
                Combinators.combine(text, texts()).as(Rule.Every::new),
                text.map(Rule.Cron::new),
                text.map(Rule.At::new),
                text.map(Rule.Rrule::new),
                Combinators.combine(texts(), texts(), texts(), texts(), texts()).as(Rule.Crontab::new),
                Combinators.combine(text, degrees, degrees).as(Rule.Solar::new));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().injectNull(0.3);
    }
}
