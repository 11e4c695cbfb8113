// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.crds.periodictaskset.RejectedRow;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.link.RedisUnreachableException;
import dev.drumline.operator.periodictaskset.ledger.RowLedgers;
import dev.drumline.operator.periodictaskset.ledger.SetId;
import dev.drumline.operator.periodictaskset.source.ConfigMapWatches;
import dev.drumline.operator.periodictaskset.source.FakeConfigMaps;
import dev.drumline.operator.periodictaskset.source.UnheardException;
import dev.drumline.operator.periodictaskset.template.RowTemplate;
import dev.drumline.operator.testing.FakeLink;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.SettableClock;
import dev.drumline.schedule.spec.MinimumPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SetRowsTest {
    private static final int SLICE = 1_000;
    private static final BrokerId BROKER = new BrokerId("shop", "default");
    private static final String NAMED = "itemsFrom: {configMaps: {names: [a, b]}}";
    private static final String SELECTED = "itemsFrom: {configMaps: {selector: {matchLabels: {rows: checks}}}}";

    private final SettableClock clock = new SettableClock("2026-11-24T08:00:00Z");
    private final FakeLink link =
            new FakeLink(BrokerEndpoint.of(Samples.broker().getSpec(), false));
    private final FakeConfigMaps maps = new FakeConfigMaps();
    private final List<String> woken = new ArrayList<>();
    private final RowLedgers ledgers = new RowLedgers();
    private final BrokerLinks links = new BrokerLinks((where, settings) -> link);
    private final SetStates states = new SetStates(ledgers, links, Runnable::run);
    private final SetRows rows = new SetRows(new SetSources(maps, new ConfigMapWatches(maps)), states, clock, SLICE);

    SetRowsTest() {
        ledgers.attach(set -> woken.add(set.name()));
        links.open(BROKER, link.endpoint(), null);
    }

    @Test
    void shouldMakeAnEntryOfEachRowWhereverItStands() {
        // Given
        maps.put("a", "rows.csv", "key,period\ncpu,10s\n");
        maps.put("b", "rows.jsonl", "{\"key\":\"disk\",\"period\":\"1m\"}");
        // When
        Summary summary = bring(set("items: [{key: net, period: 5s}]", NAMED));
        // Then
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/cpu", "shop/rows/disk", "shop/rows/net");
        assertThat(args("shop/rows/disk")).isEqualTo("[\"disk\"]");
        assertThat(told(summary)).isEqualTo("3 rows, 3 accepted, 0 rejected");
    }

    @Test
    void shouldReadOnlyTheConfigMapThatChanged() {
        // Given
        maps.put("a", "rows.csv", csv(0, 500));
        maps.put("b", "rows.csv", csv(500, 900));
        PeriodicTaskSet set = set(NAMED);
        bring(set);
        assertThat(maps.takeRead()).containsExactly("a", "b");
        link.schedules().editSizes().clear();
        // When
        maps.put("b", "rows.csv", csv(500, 900).replace("k700,10s", "k700,20s"));
        bring(set);
        // Then
        assertThat(maps.takeRead()).containsExactly("b");
        assertThat(link.schedules().editSizes()).containsExactly(1);
    }

    @Test
    void shouldReadEverythingAgainWhenTheTemplateChanges() {
        maps.put("a", "rows.csv", csv(0, 3));
        maps.put("b", "rows.csv", csv(3, 6));
        bring(set(NAMED));
        PeriodicTaskSet changed = set(NAMED);
        changed.getSpec().template().put("queue", "other");
        bring(changed);
        assertThat(link.schedules().entries().values())
                .extracting(entry -> entry.delivery().queue())
                .containsOnly("other")
                .hasSize(6);
    }

    @Test
    void shouldReportEachBadRowAndHarmNoOther() {
        // Given
        maps.put("a", "rows.csv", "key,period\ncpu,10s\ndisk,1ms\nnet,10s\n\"b d\",10s\ncpu,20s\n");
        maps.put("b", "rows.jsonl", "{\"key\":\"net\",\"period\":\"9s\"}\n{\"key\":\"gpu\"}\nnothing");
        // When
        Summary summary = bring(set(NAMED));
        // Then
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/cpu", "shop/rows/net");
        assertThat(told(summary)).isEqualTo("8 rows, 2 accepted, 6 rejected");
        assertThat(summary.rejections())
                .containsExactly(
                        new RejectedRow(
                                "disk",
                                "itemsFrom: ConfigMap \"a\" line 3: schedule.every: must be a duration of at least 100ms,"
                                        + " such as 10s, 1m30s or 500ms"),
                        new RejectedRow(
                                null,
                                "itemsFrom: ConfigMap \"a\" line 5: key \"b d\" must be a text of 1 to 128 characters"
                                        + " without spaces and control characters"),
                        new RejectedRow(
                                "cpu",
                                "itemsFrom: ConfigMap \"a\" line 6: key \"cpu\" is there already: itemsFrom: ConfigMap"
                                        + " \"a\" line 2"),
                        new RejectedRow(
                                "gpu",
                                "itemsFrom: ConfigMap \"b\" line 2: no field \"period\", which the template asks for;"
                                        + " the row has key"),
                        new RejectedRow(
                                null,
                                "itemsFrom: ConfigMap \"b\" line 3: must be a JSON object at column 1: Unrecognized token"
                                        + " 'nothing': was expecting (JSON String, Number, Array, Object or token 'null',"
                                        + " 'true' or 'false')"),
                        new RejectedRow(
                                "net",
                                "itemsFrom: ConfigMap \"b\" line 1: key \"net\" is there already: itemsFrom: ConfigMap"
                                        + " \"a\" line 4"));
        assertThat(summary.isWhole()).isFalse();
    }

    @Test
    void shouldHoldARuleToTheMinimumOfItsBroker() {
        Summary summary = bring(set("items: [{key: net, period: 5s}]"), MinimumPeriod.parse("10s"));
        assertThat(summary.rejections())
                .containsExactly(new RejectedRow(
                        "net",
                        "items[0]: schedule.every: fires again after 5s, more often than the broker's minimum of 10s"));
    }

    @Test
    void shouldDeleteTheRowsOfAConfigMapThatIsNamedAndGone() {
        // Given
        maps.put("a", "rows.csv", csv(0, 3));
        maps.put("b", "rows.csv", csv(3, 6));
        bring(set(NAMED));
        // When
        maps.delete("b");
        Summary summary = bring(set(NAMED));
        // Then
        assertThat(link.schedules().entries()).hasSize(3);
        assertThat(summary.found().missing()).containsExactly("b");
        assertThat(told(summary)).isEqualTo("3 rows, 3 accepted, 0 rejected");
        // When the set names the other one no longer
        bring(set("itemsFrom: {configMaps: {names: [b]}}"));
        // Then
        assertThat(link.schedules().entries()).isEmpty();
    }

    @Test
    void shouldDeleteTheRowsOfConfigMapsThatAreSelectedNoMore() {
        // Given
        maps.put("a", "rows.csv", csv(0, 3), "rows=checks");
        maps.put("b", "rows.csv", csv(3, 6), "rows=checks");
        bring(set(SELECTED));
        // When
        maps.put("b", "rows.csv", csv(3, 6), "rows=others");
        bring(set(SELECTED));
        // Then
        assertThat(link.schedules().entries()).hasSize(3);
        // When
        maps.delete("a");
        Summary summary = bring(set(SELECTED));
        // Then
        assertThat(summary.found().isNothing()).isTrue();
        assertThat(link.schedules().entries()).isEmpty();
    }

    @Test
    void shouldHandRowsOverWithoutAGapToAConfigMapOfAnotherName() {
        // Given, as when kustomize names ConfigMaps after what is in them
        maps.put("rows-1", "rows.csv", csv(0, 3));
        bring(set("itemsFrom: {configMaps: {names: [rows-1]}}"));
        link.schedules().editSizes().clear();
        // When
        maps.put("rows-2", "rows.csv", csv(0, 4));
        bring(set("itemsFrom: {configMaps: {names: [rows-2]}}"));
        // Then
        assertThat(link.schedules().editSizes()).containsExactly(1);
        assertThat(link.schedules().entries()).hasSize(4);
    }

    @Test
    void shouldDeleteWhatAReadingThatFailedHasWritten() {
        // Given
        maps.put("a", "rows.csv", csv(0, 3));
        link.goDown();
        assertThatThrownBy(() -> bring(set(NAMED))).isInstanceOf(RedisUnreachableException.class);
        link.comeBack();
        // When
        maps.delete("a");
        bring(set(NAMED));
        // Then
        assertThat(ledgers.of(BROKER).hasSurplus(true)).isFalse();
    }

    @Test
    void shouldDeleteTheRowsOfASetWhoseEndTheWatchDidNotTell() {
        bring(set("items: [{key: cpu, period: 10s}]"));
        states.dropUnless(set -> true);
        assertThat(link.schedules().entries()).hasSize(1);
        states.dropUnless(set -> false);
        assertThat(link.schedules().entries()).isEmpty();
    }

    @Test
    void shouldDeleteTheRowsOfAnEmptyConfigMap() {
        maps.put("a", "rows.csv", csv(0, 3), "rows=checks");
        bring(set(SELECTED));
        maps.put("a", "rows.csv", "key,period\n", "rows=checks");
        bring(set(SELECTED));
        assertThat(link.schedules().entries()).isEmpty();
    }

    @Test
    void shouldKeepRowsThatAreCutOffByAQuoteThatNeverEnds() {
        // Given
        maps.put("a", "rows.csv", csv(0, 10), "rows=checks");
        bring(set(SELECTED));
        // When
        maps.put("a", "rows.csv", csv(0, 10).replace("k4,", "\"k4,"), "rows=checks");
        Summary summary = bring(set(SELECTED));
        // Then
        assertThat(link.schedules().entries()).hasSize(10);
        assertThat(summary.rejections())
                .containsExactly(new RejectedRow(
                        null,
                        "itemsFrom: ConfigMap \"a\" line 6: a quoted value does not end, so nothing that follows can be"
                                + " read"));
    }

    @Test
    void shouldLetOthersHaveATurnBetweenLargeSources() {
        // Given
        for (int i = 0; i < 3; i++) {
            maps.put("m" + i, "rows.csv", csv(i * SLICE, (i + 1) * SLICE), "rows=checks");
        }
        // When
        Progress first = progress(set(SELECTED));
        Progress second = progress(set(SELECTED));
        Progress third = progress(set(SELECTED));
        // Then
        assertThat(first.pending()).isEqualTo(2);
        assertThat(told(first.summary())).isEqualTo("1000 rows, 1000 accepted, 0 rejected");
        assertThat(second.pending()).isEqualTo(1);
        assertThat(third.pending()).isZero();
        assertThat(link.schedules().entries()).hasSize(3 * SLICE);
    }

    @Test
    void shouldKeepNoMoreThanABatchInMemory() {
        maps.put("a", "rows.csv", csv(0, 12_000), "rows=checks");
        bring(set(SELECTED));
        assertThat(link.schedules().editSizes()).containsExactly(5_000, 5_000, 2_000);
    }

    @Test
    void shouldGiveAKeyOfTwoSetsToTheOlder() {
        // Given
        PeriodicTaskSet old = set("items: [{key: cpu, period: 10s}]");
        PeriodicTaskSet young = named("young", "2026-05-01T00:00:00Z", set("items: [{key: cpu, period: 20s}]"));
        bring(young);
        // When
        bring(old);
        // Then
        assertThat(woken).containsExactly("young");
        Summary summary = bring(young);
        assertThat(summary.conflicts()).isEqualTo(1);
        assertThat(summary.firstConflict())
                .contains(new RejectedRow(
                        "cpu", "items[0]: key \"cpu\" is that of PeriodicTaskSet \"checks\", which is older"));
        assertThat(told(summary)).isEqualTo("1 rows, 0 accepted, 1 rejected");
        // When the older one goes
        rows.forget(old);
        bring(young);
        // Then
        assertThat(link.schedules().entries().get("shop/rows/cpu").schedule().rules())
                .extracting(Object::toString)
                .containsExactly("Every[period=20s, anchorTime=null]");
    }

    @Test
    void shouldMoveTheRowsOfASetThatIsMovedToAnotherBroker() {
        // Given
        PeriodicTaskSet set = set("items: [{key: cpu, period: 10s}]");
        bring(set);
        FakeLink other = new FakeLink(link.endpoint());
        // When
        rows.bring(set, template(set), MinimumPeriod.LEAST, new BrokerId("shop", "other"), other);
        // Then
        assertThat(link.schedules().entries()).isEmpty();
        assertThat(other.schedules().entries()).containsOnlyKeys("shop/rows/cpu");
    }

    @Test
    void shouldDeleteTheRowsOfASetThatIsGone() {
        maps.put("a", "rows.csv", csv(0, 3), "rows=checks");
        PeriodicTaskSet set = set(SELECTED);
        bring(set);
        rows.forget(set);
        assertThat(link.schedules().entries()).isEmpty();
        assertThat(maps.watched()).isEmpty();
    }

    @Test
    void shouldLeaveTheDeletionOfASetThatIsGoneForLaterWhenRedisIsAway() {
        PeriodicTaskSet set = set("items: [{key: cpu, period: 10s}]");
        bring(set);
        link.goDown();
        rows.forget(set);
        link.comeBack();
        assertThat(link.schedules().entries()).hasSize(1);
        ledgers.of(BROKER).sweep(link.schedules(), false);
        assertThat(link.schedules().entries()).isEmpty();
    }

    @Test
    void shouldKnowWhetherAllRowsOfASetAreKnown() {
        PeriodicTaskSet set = set(NAMED);
        assertThat(states.isComplete(set, BROKER)).isFalse();
        maps.put("a", "rows.csv", csv(0, 3));
        bring(set);
        assertThat(states.isComplete(set, BROKER)).isTrue();
        maps.put("b", "rows.csv", "key,period\nk 1,10s\n");
        bring(set);
        assertThat(states.isComplete(set, BROKER)).isFalse();
        maps.put("b", "rows.csv", "key,period\nk1,10s\n");
        bring(set);
        assertThat(states.isComplete(set, BROKER)).isTrue();
        assertThat(states.isComplete(set, new BrokerId("shop", "other"))).isFalse();
        assertThat(states.isComplete(named("checks", "2026-05-01T00:00:00Z", set(NAMED)), BROKER))
                .isFalse();
    }

    @Test
    void shouldDoNothingBeforeTheApiServerHasToldOfTheConfigMaps() {
        maps.areUnheardOf("forbidden");
        assertThatThrownBy(() -> bring(set(NAMED))).isInstanceOf(UnheardException.class);
    }

    private Summary bring(PeriodicTaskSet set) {
        return bring(set, MinimumPeriod.LEAST);
    }

    private Summary bring(PeriodicTaskSet set, MinimumPeriod minimum) {
        Progress progress = rows.bring(set, template(set), minimum, BROKER, link);
        assertThat(progress.pending()).isZero();
        return progress.summary();
    }

    private Progress progress(PeriodicTaskSet set) {
        return rows.bring(set, template(set), MinimumPeriod.LEAST, BROKER, link);
    }

    private static RowTemplate template(PeriodicTaskSet set) {
        return RowTemplate.read(set.getSpec().template());
    }

    private String args(String id) {
        ScheduleEntry entry = link.schedules().entries().get(id);
        return entry.call().args().toString();
    }

    private static String told(Summary summary) {
        return "%d rows, %d accepted, %d rejected".formatted(summary.rows(), summary.accepted(), summary.rejected());
    }

    private static String csv(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "k" + i + ",10s\n")
                .collect(Collectors.joining("", "key,period\n", ""));
    }

    private static PeriodicTaskSet set(String... rows) {
        return Samples.set("{schedule: {every: '{{period}}'}, task: check, args: ['{{key}}']}", rows);
    }

    private static PeriodicTaskSet named(String name, String createdAt, PeriodicTaskSet set) {
        set.getMetadata().setName(name);
        set.getMetadata().setCreationTimestamp(createdAt);
        assertThat(SetId.of(set).name()).isEqualTo(name);
        return set;
    }
}
