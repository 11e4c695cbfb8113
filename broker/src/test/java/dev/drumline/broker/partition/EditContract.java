// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static dev.drumline.broker.partition.TestBroker.KEYS;
import static dev.drumline.broker.partition.TestBroker.PARTITIONS;
import static dev.drumline.broker.partition.TestBroker.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.schedule.Changes.Change;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.MissReason;
import dev.drumline.broker.schedule.MissedCounts;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.schedule.partition.Partitions;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What an edit leaves, and what a beat can see of it. */
interface EditContract {

    String ID = "default/check";
    int PARTITION = Partitions.of(ID, PARTITIONS);

    TestBroker broker();

    @Test
    default void shouldLoadWhatWasWritten() {
        ScheduleEntry entry = every("10s", "task");

        assertThat(write(entry)).isEqualTo(1);

        PartitionSnapshot snapshot = get(broker().store().load(PARTITION));
        assertThat(snapshot.entries()).extracting(StoredEntry::entry).containsExactly(entry);
        assertThat(snapshot.state().version()).hasValueSatisfying(version -> assertThat(version / 1_000)
                .isBetween(broker().millis() - 5_000, broker().millis()));
        assertThat(snapshot.state().mark()).hasValueSatisfying(mark -> {
            assertThat(mark.entryId()).isEmpty();
            assertThat(mark.dueMillis()).isBetween(broker().millis() - 5_000, broker().millis());
        });
    }

    @Test
    default void shouldLoadNothingOfAPartitionThatWasNeverWritten() {
        PartitionSnapshot snapshot = get(broker().store().load(PARTITION));

        assertThat(snapshot.entries()).isEmpty();
        assertThat(snapshot.state().mark()).isEmpty();
        assertThat(snapshot.state().version()).isEmpty();
    }

    @Test
    default void shouldReadTheEntriesThatAreThere() {
        write(every("10s", "task"));

        assertThat(get(broker().store().read(PARTITION, List.of("default/none", ID))))
                .extracting(StoredEntry::id)
                .containsExactly(ID);
    }

    @Test
    default void shouldChangeNothingWhenTheSameIsWrittenAgain() {
        write(every("10s", "task"));
        String stored = broker().hash(KEYS.schedule(PARTITION)).get(ID);
        long version = version();

        assertThat(write(every("10s", "task"))).isZero();

        assertThat(version()).isEqualTo(version);
        assertThat(broker().hash(KEYS.schedule(PARTITION))).containsEntry(ID, stored);
    }

    @Test
    default void shouldRaiseTheVersionAndTellTheBeatsOfEveryEdit() {
        String before = get(broker().store().lastChange());
        write(every("10s", "task"));
        long first = version();
        write(every("10s", "other"));
        long second = version();
        delete();
        long third = version();

        assertThat(List.of(first, second, third)).isSorted().doesNotHaveDuplicates();
        assertThat(get(broker().store().changes(before)).changes())
                .containsExactly(
                        new Change(PARTITION, 0, first, List.of(ID)),
                        new Change(PARTITION, first, second, List.of(ID)),
                        new Change(PARTITION, second, third, List.of(ID)));
    }

    @Test
    default void shouldRaiseTheVersionThoughTheClockWasSetBack() {
        write(every("10s", "task"));
        long ahead = version() + 60_000_000;
        broker().put(KEYS.partition(PARTITION), "version", Long.toString(ahead));

        write(every("20s", "task"));

        assertThat(version()).isEqualTo(ahead + 1);
    }

    @Test
    default void shouldTellOfOneEditWithAllItsEntries() {
        List<String> ids = List.of("default/c0", "default/c1", "default/c2", "default/c3", "default/c4");
        broker().edit(
                        ids.stream()
                                .map(id -> entry(id, new Rule.Every("10s", null), "task"))
                                .toList(),
                        List.of());

        List<Change> changes = get(broker().store().changes("0-0")).changes();

        assertThat(changes)
                .extracting(Change::partition)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(ids.stream()
                        .map(id -> Partitions.of(id, PARTITIONS))
                        .distinct()
                        .toList());
        assertThat(changes.stream().flatMap(change -> change.ids().stream())).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    default void shouldReadTheChangesOnWhereTheyWereLeft() {
        write(every("10s", "task"));
        String last = get(broker().store().changes("0-0")).lastId();
        assertThat(get(broker().store().lastChange())).isEqualTo(last);

        assertThat(get(broker().store().changes(last)).changes()).isEmpty();
        assertThat(get(broker().store().changes(last)).lastId()).isEqualTo(last);

        write(every("20s", "task"));
        assertThat(get(broker().store().changes(last)).changes()).hasSize(1);
    }

    @Test
    default void shouldShowAGapWhereChangesAreForgotten() {
        write(every("10s", "task"));
        String last = get(broker().store().lastChange());
        long seen = version();
        write(every("20s", "task"));
        broker().trimChanges();
        write(every("30s", "task"));

        assertThat(get(broker().store().changes(last)).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.before()).isGreaterThan(seen));
    }

    @Test
    default void shouldBeginANewRuleNow() {
        long before = broker().millis();

        write(every("10s", "task"));

        assertThat(stored().after().entryId()).isEmpty();
        assertThat(stored().after().dueMillis()).isBetween(before, broker().millis());
    }

    @Test
    default void shouldLeaveAnOldRuleAtTheMarkWhenTheTaskAloneIsEdited() {
        write(every("10s", "task"));
        Mark fired = new Mark(stored().after().dueMillis() + 5_000, "default/other");
        setMark(fired);

        write(every("10s", "other"));

        assertThat(stored().after()).isEqualTo(fired);
    }

    @Test
    default void shouldNotMoveAnOldRulesBeginningBack() {
        write(every("10s", "task"));
        Mark begun = stored().after();
        setMark(new Mark(1_000, "default/other"));

        write(every("10s", "other"));

        assertThat(stored().after()).isEqualTo(begun);
    }

    @Test
    default void shouldNotGiveANewRuleWhatIsOverdueInItsPartition() {
        write(every("10s", "task"));
        setMark(new Mark(1_000, "default/other"));

        write(every("20s", "task"));

        assertThat(stored().after().dueMillis()).isGreaterThan(1_000_000);
    }

    @Test
    default void shouldNotBeginANewRuleBeforeTheMark() {
        write(every("10s", "task"));
        Mark ahead = new Mark(broker().millis() + 60_000, "default/other");
        setMark(ahead);

        write(every("20s", "task"));

        assertThat(stored().after()).isEqualTo(ahead);
    }

    @Test
    default void shouldForgetADeletedEntryAndStartAfreshWithItsName() {
        write(every("10s", "task"));
        setMark(new Mark(1_000, "default/other"));
        delete();
        assertThat(get(broker().store().load(PARTITION)).entries()).isEmpty();

        write(every("10s", "task"));

        assertThat(stored().after().dueMillis()).isGreaterThan(1_000_000);
    }

    @Test
    default void shouldDeleteOnlyWhatIsThere() {
        write(every("10s", "task"));

        assertThat(broker().edit(List.of(), List.of(ID, ID + "-not"))).isEqualTo(1);
        assertThat(broker().edit(List.of(), List.of(ID))).isZero();
    }

    @Test
    default void shouldForgetWhatWasMissedOfADeletedEntryAlone() {
        write(every("10s", "task"));
        for (MissReason reason : MissReason.values()) {
            broker().put(KEYS.missed(PARTITION), MissedCounts.field(ID, reason), "2");
        }
        broker().put(KEYS.missed(PARTITION), "default/other queue", "3");

        write(every("20s", "task"));
        assertThat(broker().hash(KEYS.missed(PARTITION))).hasSize(1 + MissReason.values().length);

        delete();
        assertThat(broker().hash(KEYS.missed(PARTITION))).isEqualTo(Map.of("default/other queue", "3"));
    }

    @Test
    default void shouldQueueAnInstantThatHadPassedWhenItWasAccepted() {
        ScheduleEntry past = entry(ID, new Rule.At("2020-01-01T00:00:00Z"), "task");
        write(past);
        write(past);

        assertThat(broker().sortedSet(KEYS.delayed(PARTITION))).hasSize(1).allSatisfy((member, due) -> {
            assertThat(member).startsWith("q\n{");
            assertThat(due).isEqualTo(Instant.parse("2020-01-01T00:00:00Z").toEpochMilli());
        });
    }

    @Test
    default void shouldQueueAnInstantThatTheMarkHasPassedThoughTheClockHasNot() {
        write(every("10s", "task"));
        Instant soon = Instant.ofEpochMilli(broker().millis()).plusSeconds(30);
        setMark(new Mark(soon.toEpochMilli(), "default/a"));

        write(entry(ID, new Rule.At(soon.toString()), "task"));

        assertThat(broker().sortedSet(KEYS.delayed(PARTITION))).containsValues(soon.toEpochMilli());
        assertThat(stored().after()).isEqualTo(Mark.before(soon.toEpochMilli() + 1));
    }

    @Test
    default void shouldLeaveAnInstantToComeToTheBeats() {
        Instant soon = Instant.ofEpochMilli(broker().millis()).plusSeconds(3600);

        write(entry(ID, new Rule.At(soon.toString()), "task"));

        assertThat(broker().sortedSet(KEYS.delayed(PARTITION))).isEmpty();
    }

    @Test
    default void shouldRefuseAnEditWhereAKeyHoldsSomethingElse() {
        broker().putText(KEYS.changes(), "no stream");

        assertThatThrownBy(() -> write(every("10s", "task")))
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("WRONGTYPE");

        assertThat(broker().hash(KEYS.schedule(PARTITION))).isEmpty();
    }

    private long write(ScheduleEntry entry) {
        return broker().edit(List.of(entry), List.of());
    }

    private void delete() {
        broker().edit(List.of(), List.of(ID));
    }

    private StoredEntry stored() {
        return get(broker().store().read(PARTITION, List.of(ID))).getFirst();
    }

    private long version() {
        return Long.parseLong(broker().hash(KEYS.partition(PARTITION)).get("version"));
    }

    private void setMark(Mark mark) {
        broker().put(KEYS.partition(PARTITION), "mark", mark.toString());
    }

    private static ScheduleEntry every(String period, String task) {
        return entry(ID, new Rule.Every(period, null), task);
    }

    private static ScheduleEntry entry(String id, Rule rule, String task) {
        return new ScheduleEntry(id, ScheduleSpec.of(rule), new TaskCall(task), Delivery.to("q"), MissPolicy.DEFAULT);
    }
}
