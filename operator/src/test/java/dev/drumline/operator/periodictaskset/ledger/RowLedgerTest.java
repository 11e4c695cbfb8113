// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.link.RedisUnreachableException;
import dev.drumline.operator.testing.FakeLink;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.Sights;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowLedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final SetId OLD = new SetId("2026-01-01T00:00:00Z", "shop", "old", "u1");
    private static final SetId YOUNG = new SetId("2026-02-01T00:00:00Z", "shop", "young", "u2");

    private final FakeLink link =
            new FakeLink(BrokerEndpoint.of(Samples.broker().getSpec(), false));
    private final List<String> concerned = new ArrayList<>();
    private final RowLedger ledger = new RowLedger("shop", set -> concerned.add(set.name()));

    @Test
    void shouldWriteRowsUnderTheirKeys() {
        read(source(OLD, "a"), row("1", "10s"), row("2", "20s"));
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/1", "shop/rows/2");
        assertThat(ledger.countStored()).isEqualTo(2);
    }

    @Test
    void shouldWriteOfMoreThanAHundredThousandRowsOnlyTheTenThatChanged() {
        // Given
        RowSource source = source(OLD, "a");
        List<RenderedRow> rows = new ArrayList<>(
                IntStream.range(0, 150_000).mapToObj(i -> row("k" + i, "10s")).toList());
        read(source, rows);
        link.schedules().editSizes().clear();
        // When
        for (int i = 0; i < 10; i++) {
            rows.set(i * 1_000, row("k" + i * 1_000, "20s"));
        }
        read(source, rows);
        // Then
        assertThat(link.schedules().editSizes()).containsExactly(10);
    }

    @Test
    void shouldDeleteWhatASourceThatWasReadToTheEndNoLongerHas() {
        RowSource source = source(OLD, "a");
        read(source, row("1", "10s"), row("2", "10s"));
        read(source, row("2", "10s"));
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/2");
    }

    @Test
    void shouldKeepWhatDidNotComeAgainWhenNotEveryKeyCouldBeRead() {
        // Given
        RowSource source = source(OLD, "a");
        read(source, row("1", "10s"), row("2", "10s"));
        // When
        ledger.begin(source);
        ledger.put(source, List.of(row("2", "20s")), link, NOW);
        ledger.end(source, false);
        ledger.sweep(link.schedules(), true);
        // Then
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/1", "shop/rows/2");
        // And when all is well again
        read(source, row("2", "20s"));
        // Then
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/2");
    }

    @Test
    void shouldLeaveWhatIsStoredForARowThatIsRefused() {
        RowSource source = source(OLD, "a");
        read(source, row("1", "10s"));
        read(source, refused("1"), refused("2"));
        assertThat(periods()).containsExactly("10s");
    }

    @Test
    void shouldTakeOutASuspendedRowAndPutItBack() {
        RowSource source = source(OLD, "a");
        read(source, row("1", "10s"));
        read(source, suspended("1"));
        assertThat(link.schedules().entries()).isEmpty();
        read(source, row("1", "10s"));
        assertThat(periods()).containsExactly("10s");
    }

    @Test
    void shouldGiveAKeyToTheOldestSetWhoeverComesFirst() {
        // Given
        RowSource young = source(YOUNG, "a");
        RowSource old = source(OLD, "b");
        read(young, row("1", "10s"));
        // When
        read(old, row("1", "20s"));
        // Then the younger one is told
        assertThat(periods()).containsExactly("20s");
        assertThat(concerned).containsExactly("young");
        assertThat(ledger.lossesOf(young).first())
                .extracting(lost -> lost.message())
                .containsExactly(
                        "itemsFrom: ConfigMap \"a\" line 1: key \"1\" is that of PeriodicTaskSet \"old\", which is older");
        assertThat(ledger.lossesOf(young).toOtherSets()).isEqualTo(1);
        assertThat(ledger.lossesOf(old).count()).isZero();
        // And writes nothing
        read(young, row("1", "30s"));
        assertThat(periods()).containsExactly("20s");
    }

    @Test
    void shouldHandARowOverWithoutAGapWhenTheOlderSetLetsItGo() {
        // Given
        RowSource young = source(YOUNG, "a");
        RowSource old = source(OLD, "b");
        read(old, row("1", "20s"));
        read(young, row("1", "10s"));
        assertThat(ledger.isSettled(young)).isTrue();
        // When
        read(old);
        // Then it is not deleted, and the younger set is told to write its own
        assertThat(periods()).containsExactly("20s");
        assertThat(ledger.isSettled(young)).isFalse();
        assertThat(concerned).containsExactly("young");
        read(young, row("1", "10s"));
        assertThat(periods()).containsExactly("10s");
    }

    @Test
    void shouldGiveAKeyOfTwoSourcesOfASetToTheFirstOfThem() {
        RowSource first = source(OLD, "a");
        RowSource second = source(OLD, "b");
        RowSource items = RowSource.itemsOf(OLD);
        read(second, row("1", "10s"));
        read(first, row("1", "20s"));
        read(items, row("1", "30s"));
        assertThat(periods()).containsExactly("30s");
        assertThat(ledger.lossesOf(first).first())
                .extracting(lost -> lost.message())
                .containsExactly("itemsFrom: ConfigMap \"a\" line 1: key \"1\" is there already: items[1]");
        assertThat(ledger.lossesOf(first).toOtherSets()).isZero();
        assertThat(concerned).isEmpty();
    }

    @Test
    void shouldDeleteTheRowsOfASetThatIsGoneButThoseThatAnotherHas() {
        read(source(OLD, "a"), row("1", "10s"), row("2", "10s"));
        read(source(YOUNG, "b"), row("2", "20s"));
        ledger.keepOnly(OLD, Set.of());
        ledger.sweep(link.schedules(), false);
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/2");
        assertThat(concerned).containsExactly("young");
    }

    @Test
    void shouldWriteNothingOfWhatIsInRedisAlreadyWhenTheOperatorStarts() {
        // Given what another life has left
        read(source(OLD, "a"), row("1", "10s"), row("2", "10s"));
        RowLedger next = nextLife();
        link.schedules().editSizes().clear();
        // When
        next.begin(source(OLD, "a"));
        next.put(source(OLD, "a"), List.of(row("1", "10s"), row("2", "20s")), link, NOW);
        // Then
        assertThat(link.schedules().editSizes()).containsExactly(1);
    }

    @Test
    void shouldDeleteWhatWasNeverClaimedOnlyWhenAllSetsAreKnown() {
        // Given
        read(source(OLD, "a"), row("1", "10s"), row("2", "10s"));
        RowLedger next = nextLife();
        next.begin(source(OLD, "a"));
        next.put(source(OLD, "a"), List.of(row("1", "10s")), link, NOW);
        next.end(source(OLD, "a"), true);
        // When
        next.sweep(link.schedules(), false);
        assertThat(link.schedules().entries()).hasSize(2);
        assertThat(next.hasSurplus(true)).isTrue();
        next.sweep(link.schedules(), true);
        // Then
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/1");
        assertThat(next.hasSurplus(true)).isFalse();
    }

    @Test
    void shouldHaveItsSetWriteAgainWhatRedisHasLost() {
        // Given
        RowSource source = source(OLD, "a");
        read(source, row("1", "10s"), row("2", "10s"));
        // When
        link.schedules().entries().remove("shop/rows/2");
        ledger.reload(link.schedules());
        // Then
        assertThat(concerned).containsExactly("old");
        assertThat(ledger.isSettled(source)).isFalse();
        link.schedules().editSizes().clear();
        read(source, row("1", "10s"), row("2", "10s"));
        assertThat(link.schedules().editSizes()).containsExactly(1);
        assertThat(ledger.isSettled(source)).isTrue();
    }

    @Test
    void shouldTellEntriesOfOthersWhenItLooks() {
        ScheduleEntry task = entry("shop/check", new Rule.Every("10s", null));
        link.schedules().entries().put(task.id(), task);
        assertThat(ledger.reload(link.schedules()).others())
                .extracting(entry -> entry.id())
                .containsExactly("shop/check");
        assertThat(ledger.countStored()).isZero();
        ledger.sweep(link.schedules(), true);
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/check");
    }

    @Test
    void shouldWriteAgainWhatMayOrMayNotHaveBeenWritten() {
        // Given
        RowSource source = source(OLD, "a");
        read(source, row("1", "10s"));
        // When an edit fails, and is then taken back
        link.goDown();
        assertThatThrownBy(() -> read(source, row("1", "20s"))).isInstanceOf(RedisUnreachableException.class);
        link.comeBack();
        link.schedules().editSizes().clear();
        read(source, row("1", "10s"));
        // Then
        assertThat(link.schedules().editSizes()).containsExactly(1);
    }

    @Test
    void shouldReleaseWhatAReadingThatFailedHasClaimed() {
        RowSource source = source(OLD, "a");
        link.goDown();
        assertThatThrownBy(() -> read(source, row("1", "20s"))).isInstanceOf(RedisUnreachableException.class);
        link.comeBack();
        ledger.keepOnly(OLD, Set.of());
        ledger.sweep(link.schedules(), false);
        assertThat(ledger.countStored()).isZero();
        assertThat(ledger.hasSurplus(true)).isFalse();
    }

    @Test
    void shouldNotBeginAnInstantAgainThatHasPassed() {
        RowSource source = source(OLD, "a");
        ledger.begin(source);
        int over = ledger.put(source, List.of(at("1", NOW.minusSeconds(1)), at("2", NOW.plusSeconds(1))), link, NOW);
        assertThat(over).isEqualTo(1);
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/rows/2");
    }

    @Test
    void shouldTakeOutAnInstantOnlyWhenItsPartitionHasPassedIt() {
        // Given
        RowSource source = source(OLD, "a");
        read(source, at("1", NOW.plusSeconds(1)));
        // When it has passed by the clock alone
        link.show(Sights.firedUntil(NOW));
        ledger.begin(source);
        assertThat(ledger.put(source, List.of(at("1", NOW.plusSeconds(1))), link, NOW.plusSeconds(9)))
                .isZero();
        assertThat(link.schedules().entries()).hasSize(1);
        // When it was fired
        link.show(Sights.firedUntil(NOW.plusSeconds(1)));
        assertThat(ledger.put(source, List.of(at("1", NOW.plusSeconds(1))), link, NOW.plusSeconds(9)))
                .isEqualTo(1);
        assertThat(link.schedules().entries()).isEmpty();
    }

    private RowLedger nextLife() {
        RowLedger next = new RowLedger("shop", set -> {});
        next.load(link.schedules());
        return next;
    }

    private void read(RowSource source, RenderedRow... rows) {
        read(source, Arrays.asList(rows));
    }

    private void read(RowSource source, List<RenderedRow> rows) {
        ledger.begin(source);
        ledger.put(source, rows, link, NOW);
        ledger.end(source, true);
        ledger.sweep(link.schedules(), false);
    }

    private List<String> periods() {
        return link.schedules().entries().values().stream()
                .map(entry -> ((Rule.Every) entry.schedule().rules().getFirst()).period())
                .toList();
    }

    private static RowSource source(SetId set, String map) {
        return new RowSource(set, map);
    }

    private static RenderedRow row(String key, String period) {
        return wish(key, new Rule.Every(period, null), false);
    }

    private static RenderedRow suspended(String key) {
        return wish(key, new Rule.Every("10s", null), true);
    }

    private static RenderedRow at(String key, Instant time) {
        return wish(key, new Rule.At(time.toString()), false);
    }

    private static RenderedRow refused(String key) {
        return new RenderedRow(key, "", 1, null);
    }

    private static RenderedRow wish(String key, Rule rule, boolean suspended) {
        return new RenderedRow(key, "", 1, new RenderedRow.Wish(entry("shop/rows/" + key, rule), suspended));
    }

    private static ScheduleEntry entry(String id, Rule rule) {
        return new ScheduleEntry(
                id, ScheduleSpec.of(rule), new TaskCall("check"), Delivery.to("metrics"), MissPolicy.DEFAULT);
    }
}
