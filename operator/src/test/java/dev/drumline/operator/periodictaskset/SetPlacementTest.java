// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.crds.periodictaskset.PeriodicTaskSetStatus;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.taskbroker.TaskBrokerStatus;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.periodictaskset.ledger.RowLedgers;
import dev.drumline.operator.periodictaskset.reading.SetRows;
import dev.drumline.operator.periodictaskset.reading.SetSources;
import dev.drumline.operator.periodictaskset.reading.SetStates;
import dev.drumline.operator.periodictaskset.source.ConfigMapWatches;
import dev.drumline.operator.periodictaskset.source.FakeConfigMaps;
import dev.drumline.operator.testing.FakeLink;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetPlacementTest {
    private static final String TEMPLATE = "{schedule: {every: '{{period}}'}, task: check}";
    private static final String ROWS = "items: [{key: cpu, period: 10s}, {key: disk, period: 1ms}]";

    private final SettableClock clock = new SettableClock("2026-11-24T08:00:00Z");
    private final Conditions conditions = new Conditions(clock);
    private final TaskBroker broker = Samples.broker();
    private final FakeLink link = new FakeLink(BrokerEndpoint.of(broker.getSpec(), false));
    private final BrokerLinks links = new BrokerLinks((where, settings) -> link);
    private final RowLedgers ledgers = new RowLedgers();
    private final FakeConfigMaps maps = new FakeConfigMaps();
    private final SetPlacement placement = new SetPlacement(
            links,
            new SetRows(new SetSources(maps, new ConfigMapWatches(maps)), new SetStates(ledgers, links), clock),
            new PeriodicTaskSetStatuses(conditions),
            clock);

    @Test
    void shouldStoreRowsAndSayWhichWereRejected() {
        // Given
        brokerIsOpen();
        // When
        PeriodicTaskSetStatus status = placed(Samples.set(TEMPLATE, ROWS));
        // Then
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/cpu");
        assertThat(told(status))
                .containsExactly(
                        "KeysUnique True NoConflict: no older set has a key of this one",
                        "Ready True Accepted: 1 of 2 rows are accepted",
                        "RowsAccepted False RowsRejected: 1 of 2 rows were rejected, first items[1]: schedule.every: must"
                                + " be a duration of at least 100ms, such as 10s, 1m30s or 500ms",
                        "RowsRead True AllRowsRead: every row was read");
        assertThat(status.rows()).isEqualTo(2);
        assertThat(status.acceptedRows()).isEqualTo(1);
        assertThat(status.rejectedRows()).isEqualTo(1);
        assertThat(status.pendingSources()).isZero();
        assertThat(status.rejections()).extracting(row -> row.key()).containsExactly("disk");
        assertThat(status.observedGeneration()).isEqualTo(1);
    }

    @Test
    void shouldNotBeReadyWithoutASingleGoodRow() {
        brokerIsOpen();
        assertThat(ready(Samples.set(TEMPLATE, "items: [{key: disk, period: 1ms}]")))
                .isEqualTo("Ready False RowsRejected: 0 of 1 rows are accepted");
    }

    @Test
    void shouldBeReadyWithoutRowsThatNobodyAskedFor() {
        brokerIsOpen();
        assertThat(ready(Samples.set(TEMPLATE, "items: []")))
                .isEqualTo("Ready True Accepted: 0 of 0 rows are accepted");
    }

    @Test
    void shouldSayThatAllRowsAreSuspended() {
        brokerIsOpen();
        PeriodicTaskSet set = Samples.set(TEMPLATE, "items: [{key: cpu, period: 10s}]");
        set.getSpec().template().put("suspend", true);
        assertThat(ready(set))
                .isEqualTo("Ready True Suspended: 1 of 1 rows are accepted; none fires while template.suspend is true");
        assertThat(link.schedules().entries()).isEmpty();
    }

    @Test
    void shouldSayWhichConfigMapsAreMissing() {
        brokerIsOpen();
        PeriodicTaskSet set = Samples.set(TEMPLATE, "itemsFrom: {configMaps: {names: [a, b]}}");
        assertThat(ready(set))
                .isEqualTo("Ready False ConfigMapMissing: ConfigMap \"a\", ConfigMap \"b\" are not in this namespace");
        maps.put("a", "a.csv", "key,period\n1,10s");
        assertThat(told(placed(set)))
                .contains(
                        "Ready True Accepted: 1 of 1 rows are accepted",
                        "RowsRead False ConfigMapMissing: ConfigMap \"b\" is not in this namespace");
    }

    @Test
    void shouldSayThatNothingIsSelected() {
        brokerIsOpen();
        assertThat(ready(Samples.set(TEMPLATE, "itemsFrom: {configMaps: {selector: {matchLabels: {a: b}}}}")))
                .isEqualTo("Ready False NothingSelected: spec.itemsFrom.configMaps.selector selects no ConfigMap");
    }

    @Test
    void shouldSayThatSomeKeysCannotBeRead() {
        brokerIsOpen();
        maps.put("a", "a.jsonl", "{\"key\": 1, \"period\": \"10s\"}\n?");
        assertThat(told(placed(Samples.set(TEMPLATE, "itemsFrom: {configMaps: {names: [a]}}"))))
                .contains("RowsRead False RowsUnreadable: the keys of some rows can't be read; rows that are missing"
                        + " in their source stay");
    }

    @Test
    void shouldSayWhoseKeysTheOthersAre() {
        // Given
        brokerIsOpen();
        PeriodicTaskSet old = Samples.set(TEMPLATE, "items: [{key: cpu, period: 10s}]");
        old.getMetadata().setCreationTimestamp("2026-01-01T00:00:00Z");
        old.getMetadata().setName("old");
        placed(old);
        // When
        PeriodicTaskSetStatus status =
                placed(Samples.set(TEMPLATE, "items: [{key: cpu, period: 10s}, {key: net, period: 10s}]"));
        // Then
        assertThat(told(status))
                .contains("KeysUnique False KeyConflict: 1 rows have keys of older sets, first items[0]: key \"cpu\" is"
                        + " that of PeriodicTaskSet \"old\", which is older");
    }

    @Test
    void shouldWaitForTheApiServerToTellOfConfigMaps() {
        brokerIsOpen();
        maps.areUnheardOf("configmaps is forbidden");
        PlacedSet placed = place(Samples.set(TEMPLATE, "itemsFrom: {configMaps: {names: [a]}}"));
        assertThat(told(placed.status().orElseThrow()))
                .containsExactly("Ready Unknown ConfigMapsUnreadable: the ConfigMaps are not known yet: configmaps is"
                        + " forbidden");
        assertThat(placed.again()).contains(Duration.ofSeconds(30));
    }

    @Test
    void shouldSayThatTheBrokerIsMissing() {
        PlacedSet placed = placement.place(Samples.set(TEMPLATE, ROWS), Optional.empty());
        assertThat(told(placed.status().orElseThrow()))
                .containsExactly("Ready False BrokerNotFound: there is no TaskBroker \"default\" in this namespace");
    }

    @Test
    void shouldWaitQuietlyForABrokerThatIsNotOpenYet() {
        assertThat(place(Samples.set(TEMPLATE, ROWS))).isEqualTo(PlacedSet.waiting(Duration.ofMillis(300)));
        brokerIsOpen();
        link.isNotAskedYet();
        assertThat(place(Samples.set(TEMPLATE, ROWS))).isEqualTo(PlacedSet.waiting(Duration.ofMillis(300)));
    }

    @Test
    void shouldSayThatTheBrokerIsRefused() {
        // Given
        Condition refusal =
                conditions.no(broker, "Ready", "InvalidSpec", "spec.redis: set exactly one of url, sentinel");
        broker.setStatus(new TaskBrokerStatus(List.of(refusal), 1L, null, null, null, null, null));
        // Then
        assertThat(ready(Samples.set(TEMPLATE, ROWS)))
                .isEqualTo(
                        "Ready False BrokerNotReady: TaskBroker \"default\" is not usable: spec.redis: set exactly one"
                                + " of url, sentinel");
    }

    @Test
    void shouldSayThatRedisIsUnreachableAndAskAgain() {
        // Given
        brokerIsOpen();
        link.goDown();
        // When
        PlacedSet placed = place(Samples.set(TEMPLATE, ROWS));
        // Then
        assertThat(told(placed.status().orElseThrow()))
                .containsExactly("Ready Unknown RedisUnreachable: not stored yet, Redis does not answer: connection"
                        + " refused");
        assertThat(placed.again()).contains(Duration.ofSeconds(1));
    }

    @Test
    void shouldLeaveTheStatusOfAnAcceptedSetWhileRedisIsAway() {
        // Given
        brokerIsOpen();
        PeriodicTaskSet set = Samples.set(TEMPLATE, "itemsFrom: {configMaps: {names: [a]}}");
        maps.put("a", "a.csv", "key,period\n1,10s");
        set.setStatus(placed(set));
        // When
        maps.put("a", "a.csv", "key,period\n1,20s");
        link.goDown();
        // Then
        assertThat(place(set)).isEqualTo(PlacedSet.waiting(Duration.ofSeconds(30)));
    }

    @Test
    void shouldFindItsBrokerInTheTemplate() {
        PeriodicTaskSet set = Samples.set("{schedule: {every: 10s}, task: a, brokerRef: {name: other}}", "items: []");
        assertThat(SetPlacement.brokerOf(set)).isEqualTo(new BrokerId("shop", "other"));
        assertThat(SetPlacement.brokerOf(Samples.set(TEMPLATE, ROWS))).isEqualTo(new BrokerId("shop", "default"));
    }

    private void brokerIsOpen() {
        links.open(BrokerId.of(broker), link.endpoint(), null);
    }

    private PlacedSet place(PeriodicTaskSet set) {
        return placement.place(set, Optional.of(broker));
    }

    private PeriodicTaskSetStatus placed(PeriodicTaskSet set) {
        return place(set).status().orElseThrow();
    }

    private String ready(PeriodicTaskSet set) {
        return told(placed(set)).stream()
                .filter(condition -> condition.startsWith("Ready "))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(PeriodicTaskSetStatus status) {
        return status.conditions().stream()
                .map(condition -> condition.type() + " " + condition.status() + " " + condition.reason() + ": "
                        + condition.message())
                .toList();
    }
}
