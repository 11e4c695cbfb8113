// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.periodictaskset.ledger.RowLedgers;
import dev.drumline.operator.periodictaskset.reading.SetRows;
import dev.drumline.operator.periodictaskset.reading.SetSources;
import dev.drumline.operator.periodictaskset.reading.SetStates;
import dev.drumline.operator.periodictaskset.source.ConfigMapWatches;
import dev.drumline.operator.periodictaskset.source.FakeConfigMaps;
import dev.drumline.operator.periodictaskset.template.RowTemplate;
import dev.drumline.operator.testing.FakeCache;
import dev.drumline.operator.testing.FakeLink;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.SettableClock;
import dev.drumline.operator.testing.WakeUps;
import dev.drumline.schedule.spec.MinimumPeriod;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowPatrolTest {
    private static final BrokerId BROKER = new BrokerId("shop", "default");

    private final FakeLink link =
            new FakeLink(BrokerEndpoint.of(Samples.broker().getSpec(), false));
    private final FakeCache<PeriodicTaskSet> cache = new FakeCache<>();
    private final List<PeriodicTaskSet> apiServer = new ArrayList<>();
    private final WakeUps<PeriodicTaskSet> wakeUps = new WakeUps<>();

    private Operator operator = new Operator();

    /** What one life of the operator knows. */
    private final class Operator {
        private final FakeConfigMaps maps = new FakeConfigMaps();
        private final RowLedgers ledgers = new RowLedgers();
        private final ConfigMapWatches watches = new ConfigMapWatches(maps);
        private final SetStates states = new SetStates(ledgers, new BrokerLinks((where, settings) -> link));
        private final SetDirectory directory = new SetDirectory(ledgers, watches);
        private final SetRows rows =
                new SetRows(new SetSources(maps, watches), states, new SettableClock("2026-11-24T08:00:00Z"));
        private final RowPatrol patrol = new RowPatrol(directory, namespace -> apiServer, states, ledgers);

        private Operator() {
            directory.attach(cache, wakeUps);
        }

        private void reconcile(PeriodicTaskSet set) {
            rows.bring(set, RowTemplate.read(set.getSpec().template()), MinimumPeriod.LEAST, BROKER, link);
        }

        private void check() {
            patrol.look(BROKER, link);
            patrol.sweep(BROKER, link);
        }
    }

    @Test
    void shouldHaveASetWriteAgainWhatRedisHasLost() {
        // Given
        PeriodicTaskSet set = exists(set("checks", "cpu", "disk"));
        operator.reconcile(set);
        // When
        link.schedules().entries().clear();
        operator.check();
        // Then
        assertThat(wakeUps.woken()).contains("checks");
        operator.reconcile(set);
        assertThat(link.schedules().entries()).hasSize(2);
    }

    @Test
    void shouldDeleteTheRowsOfASetThatWasDeletedWhileTheOperatorWasAway() {
        // Given
        operator.reconcile(set("gone", "cpu", "disk"));
        operator = new Operator();
        // When
        operator.check();
        // Then
        assertThat(link.schedules().entries()).isEmpty();
    }

    @Test
    void shouldDeleteNothingUntilEverySetWasRead() {
        // Given a row that was taken out while the operator was away
        PeriodicTaskSet set = exists(set("checks", "cpu", "disk"));
        operator.reconcile(set);
        operator = new Operator();
        PeriodicTaskSet changed = exists(set("checks", "cpu"));
        // When
        operator.check();
        // Then
        assertThat(link.schedules().entries()).hasSize(2);
        // When
        operator.reconcile(changed);
        operator.check();
        // Then
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/cpu");
    }

    @Test
    void shouldDeleteNothingAsLongAsTheApiServerKnowsASetThatTheCacheDoesNot() {
        operator.reconcile(set("checks", "cpu"));
        operator = new Operator();
        apiServer.add(set("checks", "cpu"));
        operator.check();
        assertThat(link.schedules().entries()).hasSize(1);
    }

    @Test
    void shouldDeleteTheRowsOfAConfigMapThatWasDeletedWhileTheOperatorWasAway() {
        // Given
        PeriodicTaskSet set = exists(Samples.set(
                "{schedule: {every: 10s}, task: check}",
                "items: [{key: own}]",
                "itemsFrom: {configMaps: {names: [a]}}"));
        operator.maps.put("a", "a.csv", "key\ncpu\n");
        operator.reconcile(set);
        operator = new Operator();
        // When
        operator.reconcile(set);
        operator.check();
        // Then
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/own");
    }

    @Test
    void shouldDeleteNothingAsLongAsSomeKeyCannotBeRead() {
        // Given
        PeriodicTaskSet set =
                exists(Samples.set("{schedule: {every: 10s}, task: check}", "itemsFrom: {configMaps: {names: [a]}}"));
        operator.maps.put("a", "a.csv", "key\ncpu\ndisk\n");
        operator.reconcile(set);
        operator = new Operator();
        // When
        operator.maps.put("a", "a.csv", "key\ncpu\n\"disk\n");
        operator.reconcile(set);
        operator.check();
        // Then
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/cpu", "shop/rows/disk");
    }

    @Test
    void shouldLeaveRowsOfOtherNamespacesAlone() {
        operator.reconcile(set("checks", "cpu"));
        var elsewhere = new RowLedgers().of(new BrokerId("elsewhere", "default"));
        elsewhere.load(link.schedules());
        elsewhere.sweep(link.schedules(), true);
        assertThat(link.schedules().entries()).hasSize(1);
    }

    private PeriodicTaskSet exists(PeriodicTaskSet set) {
        cache.add(set);
        apiServer.removeIf(
                other -> other.getMetadata().getName().equals(set.getMetadata().getName()));
        apiServer.add(set);
        return set;
    }

    private static PeriodicTaskSet set(String name, String... keys) {
        StringBuilder items = new StringBuilder();
        for (String key : keys) {
            items.append("{key: ").append(key).append("},");
        }
        PeriodicTaskSet set = Samples.set("{schedule: {every: 10s}, task: check}", "items: [" + items + "]");
        set.getMetadata().setName(name);
        return set;
    }
}
