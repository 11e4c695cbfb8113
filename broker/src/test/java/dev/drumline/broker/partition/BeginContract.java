// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static dev.drumline.broker.partition.TestBroker.KEYS;
import static dev.drumline.broker.partition.TestBroker.PARTITIONS;
import static dev.drumline.broker.partition.TestBroker.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.schedule.partition.Partitions;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a broker goes on whose Redis was emptied, or is an older one. */
interface BeginContract {

    String ID = "default/check";
    int PARTITION = Partitions.of(ID, PARTITIONS);
    Instant CHECKPOINT = Instant.parse("2026-03-01T11:00:00Z");

    TestBroker broker();

    @Test
    default void shouldWriteBackFromTheCheckpointAndFireNothingBeforeAllIsBack() {
        assertThat(write(every("10s"))).isEqualTo(1);

        PartitionSnapshot snapshot = get(broker().store().load(PARTITION));
        assertThat(snapshot.state().mark()).isEmpty();
        assertThat(snapshot.entries()).extracting(StoredEntry::after).containsExactly(Mark.before(millis(CHECKPOINT)));
    }

    @Test
    default void shouldChangeNothingWhenTheSameIsWrittenBackAgain() {
        write(every("10s"));
        assertThat(write(every("10s"))).isZero();
    }

    @Test
    default void shouldLetAllPartitionsBeginAtTheCheckpoint() {
        write(every("10s"));
        long version = version();

        assertThat(broker().begin(CHECKPOINT, Instant.EPOCH)).isEqualTo(PARTITIONS);

        assertThat(mark()).isEqualTo(Mark.before(millis(CHECKPOINT)));
        assertThat(version()).isGreaterThan(version);
        assertThat(broker().begin(CHECKPOINT.plusSeconds(9), Instant.EPOCH)).isZero();
    }

    @Test
    default void shouldRaiseAMarkOfAnOldDumpAndLeaveYoungOnes() {
        broker().edit(List.of(every("10s")), List.of());
        broker().begin(CHECKPOINT, Instant.EPOCH);
        Mark old = new Mark(millis(CHECKPOINT.minusSeconds(61)), "default/other");
        setMark(old);

        assertThat(broker().begin(CHECKPOINT, CHECKPOINT.minusSeconds(61))).isZero();
        assertThat(mark()).isEqualTo(old);
        assertThat(broker().begin(CHECKPOINT, CHECKPOINT.minusSeconds(60))).isEqualTo(1);
        assertThat(mark()).isEqualTo(Mark.before(millis(CHECKPOINT)));
    }

    @Test
    default void shouldNeverMoveAMarkBack() {
        broker().edit(List.of(every("10s")), List.of());
        broker().begin(CHECKPOINT, Instant.EPOCH);
        Mark mark = mark();

        assertThat(broker().begin(CHECKPOINT, Instant.parse("2100-01-01T00:00:00Z")))
                .isLessThan(PARTITIONS);

        assertThat(mark()).isEqualTo(mark);
    }

    @Test
    default void shouldNotQueueAnInstantAgainThatWasDoneBeforeTheCheckpoint() {
        write(entry(new Rule.At("2026-03-01T10:00:00Z")));

        assertThat(broker().sortedSet(KEYS.delayed(PARTITION))).isEmpty();
    }

    @Test
    default void shouldHeedTheCheckpointOnlyWhereTheMarkIsLost() {
        broker().edit(List.of(every("10s")), List.of());
        long now = broker().millis();

        write(every("20s"));

        assertThat(get(broker().store().load(PARTITION))
                        .entries()
                        .getFirst()
                        .after()
                        .dueMillis())
                .isGreaterThanOrEqualTo(now);
    }

    private long write(ScheduleEntry entry) {
        return broker().edit(List.of(entry), List.of(), Optional.of(CHECKPOINT));
    }

    private Mark mark() {
        return Mark.parse(broker().hash(KEYS.partition(PARTITION)).get("mark"));
    }

    private void setMark(Mark mark) {
        broker().put(KEYS.partition(PARTITION), "mark", mark.toString());
    }

    private long version() {
        return Long.parseLong(broker().hash(KEYS.partition(PARTITION)).get("version"));
    }

    private static long millis(Instant instant) {
        return instant.toEpochMilli();
    }

    private static ScheduleEntry every(String period) {
        return entry(new Rule.Every(period, null));
    }

    private static ScheduleEntry entry(Rule rule) {
        return new ScheduleEntry(ID, ScheduleSpec.of(rule), new TaskCall("t"), Delivery.to("q"), MissPolicy.DEFAULT);
    }
}
