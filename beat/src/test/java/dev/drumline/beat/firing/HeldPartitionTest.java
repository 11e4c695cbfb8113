// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.message.TaskIds;
import dev.drumline.broker.partition.FireBatch.Guard;
import dev.drumline.broker.partition.FireBatch.Missed;
import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.schedule.Changes.Change;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.MissReason;
import dev.drumline.schedule.FixedPeriod;
import dev.drumline.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldPartitionTest {

    private static final MissPolicy ALL = new MissPolicy(null, MissPolicy.CatchUp.ALL);

    private final HeldPartition partition = new HeldPartition(3, Mark.before(1_000), 7);

    @Test
    void shouldPutWhatIsDueIntoOneBatchInOrder() {
        partition.put(every(100, "b", ALL), Mark.before(0));
        partition.put(every(100, "a", ALL), Mark.before(0));

        PlannedBatch planned = collect(1_150);

        assertThat(planned.due()).extracting(this::text).containsExactly("1000 a", "1000 b", "1100 a", "1100 b");
        assertThat(planned.batch().from()).isEqualTo(Mark.before(1_000));
        assertThat(planned.batch().to()).isEqualTo(new Mark(1_100, "b"));
        assertThat(planned.batch().version()).isEqualTo(7);
        assertThat(planned.batch().notBeforeMillis()).isEqualTo(1_100);
        assertThat(partition.nextDue(1_150)).isLessThanOrEqualTo(1_200);
    }

    @Test
    void shouldLeaveOutWhatTheMarkCovers() {
        HeldPartition marked = new HeldPartition(0, new Mark(1_000, "b"), 1);
        for (String id : List.of("a", "b", "c")) {
            marked.put(every(100, id, ALL), Mark.before(0));
        }

        PlannedBatch planned = marked.collect(1_050, 100, QueueSettings.NONE).orElseThrow();

        assertThat(planned.due()).extracting(this::text).containsExactly("1000 c");
    }

    @Test
    void shouldLeaveOutWhatBelongsToTheEntrysPast() {
        partition.put(every(100, "a", ALL), new Mark(1_300, "a"));

        assertThat(collect(1_450).due()).extracting(this::text).containsExactly("1400 a");
    }

    @Test
    void shouldMakeTheSameBatchAgainAfterARefusal() {
        partition.put(every(100, "a", ALL), Mark.before(0));
        partition.put(every(150, "b", ALL), Mark.before(0));
        PlannedBatch refused = collect(1_320);

        partition.putBack(refused);
        PlannedBatch again = collect(1_320);

        assertThat(again.due())
                .extracting(this::text)
                .isEqualTo(refused.due().stream().map(this::text).toList());
        assertThat(again.batch().from()).isEqualTo(Mark.before(1_000));
        assertThat(again.batch().to()).isEqualTo(refused.batch().to());
    }

    @Test
    void shouldFireTheLatestAloneWhenSeveralAreOverdue() {
        partition.put(every(100, "a", MissPolicy.DEFAULT), Mark.before(0));

        PlannedBatch planned = collect(1_350);

        assertThat(planned.fired())
                .singleElement()
                .satisfies(group -> assertThat(group).extracting(this::text).containsExactly("1300 a"));
        assertThat(planned.missed().get(MissReason.SUPERSEDED)).hasSize(3);
        assertThat(planned.batch().missed()).containsExactly(new Missed("a", MissReason.SUPERSEDED, 3));
        assertThat(planned.batch().notBeforeMillis()).isEqualTo(1_350);
    }

    @Test
    void shouldGuardEachOccurrenceThatDependsOnTheOneBeforeIt() {
        Delivery guarded = new Delivery("q", null, 60L, null, null, null, Concurrency.FORBID);
        partition.put(every(100, "a", ALL), Mark.before(0));
        partition.put(every(100, "g", ALL, guarded), Mark.before(0));

        PlannedBatch planned = collect(1_150);

        assertThat(planned.fired().stream()
                        .map(group -> group.stream().map(this::text).toList()))
                .containsExactly(List.of("1000 a", "1100 a"), List.of("1000 g"), List.of("1100 g"));
        assertThat(planned.batch().groups().getFirst().guard()).isEmpty();
        assertThat(planned.batch().groups().getLast().guard())
                .contains(new Guard(
                        Concurrency.FORBID,
                        "g",
                        TaskIds.ofEntry("g").at(1_100),
                        Duration.ofHours(23).plusSeconds(60).toMillis()));
    }

    @Test
    void shouldLeaveOfSeveralGuardedOnesTheLatestAlone() {
        Delivery guarded = new Delivery("q", null, null, null, null, null, Concurrency.FORBID);
        partition.put(every(100, "g", MissPolicy.DEFAULT, guarded), Mark.before(0));

        PlannedBatch planned = collect(1_350);

        assertThat(planned.fired())
                .singleElement()
                .satisfies(group -> assertThat(group).extracting(this::text).containsExactly("1300 g"));
        assertThat(planned.batch().missed()).containsExactly(new Missed("g", MissReason.SUPERSEDED, 3));
    }

    @Test
    void shouldFollowAClockThatWasSetBack() {
        partition.put(every(60_000, "rare", ALL), Mark.before(61_000));
        assertThat(partition.nextDue(59_000)).isLessThanOrEqualTo(120_000);
        assertThat(partition.collect(59_000, 100, QueueSettings.NONE)).isEmpty();

        partition.put(every(100, "a", ALL), Mark.before(5_000));

        assertThat(partition.nextDue(5_000)).isEqualTo(5_000);
        assertThat(collect(5_150).due()).extracting(this::text).containsExactly("5000 a", "5100 a");
    }

    @Test
    void shouldLetGoWhatIsPastItsDeadline() {
        partition.put(every(1_000, "a", new MissPolicy(2L, MissPolicy.CatchUp.ALL)), Mark.before(0));

        PlannedBatch planned = collect(4_500);

        assertThat(planned.missed().get(MissReason.DEADLINE))
                .extracting(this::text)
                .containsExactly("1000 a", "2000 a");
        assertThat(planned.batch().groups()).singleElement().satisfies(group -> assertThat(group.messages())
                .hasSize(2));
    }

    @Test
    void shouldStopBetweenMillisecondsWhenThereIsMoreThanTheLimit() {
        for (int i = 0; i < 50; i++) {
            partition.put(every(100, "e" + i, ALL), Mark.before(0));
        }

        assertThat(partition
                        .collect(1_250, 60, QueueSettings.NONE)
                        .orElseThrow()
                        .due())
                .hasSize(100);
        assertThat(partition
                        .collect(1_250, 60, QueueSettings.NONE)
                        .orElseThrow()
                        .due())
                .hasSize(50);
    }

    @Test
    void shouldWaitForTheEditsThatRedisWasSeenToHave() {
        assertThat(partition.isReady()).isTrue();

        partition.sawVersion(9);
        assertThat(partition.isReady()).isFalse();
        assertThat(partition.isBehind()).isTrue();

        assertThat(partition.follow(new Change(3, 7, 8, List.of("a")))).isTrue();
        assertThat(partition.follow(new Change(3, 8, 9, List.of("b")))).isTrue();
        assertThat(partition.isBehind()).isFalse();
        assertThat(partition.takeChanges().ids()).containsExactly("a", "b");
        assertThat(partition.version()).isEqualTo(9);
        assertThat(partition.isReady()).isTrue();
    }

    @Test
    void shouldSeeThatAnEditWasNotHeardOf() {
        assertThat(partition.follow(new Change(3, 8, 9, List.of("a")))).isFalse();

        assertThat(partition.isBehind()).isTrue();
    }

    @Test
    void shouldPassOverEditsThatItHasAlready() {
        assertThat(partition.follow(new Change(3, 6, 7, List.of("a")))).isFalse();

        assertThat(partition.isBehind()).isFalse();
    }

    @Test
    void shouldSeeThatRedisHasLostWhatItHas() {
        assertThat(partition.isAheadOf(7)).isFalse();
        assertThat(partition.isAheadOf(6)).isTrue();
    }

    @Test
    void shouldKnowTheQueuesOfTheEntriesThatItHas() {
        partition.put(every(100, "a", ALL, Delivery.to("one")), Mark.before(0));
        partition.put(every(100, "b", ALL, Delivery.to("one")), Mark.before(0));
        partition.put(every(100, "c", ALL, Delivery.to("two")), Mark.before(0));
        assertThat(partition.queues()).containsExactlyInAnyOrder("one", "two");

        partition.put(every(100, "c", ALL, Delivery.to("three")), Mark.before(0));
        partition.remove("a");
        assertThat(partition.queues()).containsExactlyInAnyOrder("one", "three");

        partition.remove("b");
        assertThat(partition.queues()).containsExactly("three");
    }

    private PlannedBatch collect(long nowMillis) {
        return partition.collect(nowMillis, 1_000, QueueSettings.NONE).orElseThrow();
    }

    private String text(Occurrence occurrence) {
        return occurrence.mark().toString();
    }

    private static BeatEntry every(long periodMillis, String id, MissPolicy policy) {
        return every(periodMillis, id, policy, Delivery.to("q"));
    }

    private static BeatEntry every(long periodMillis, String id, MissPolicy policy, Delivery delivery) {
        Schedule schedule = new FixedPeriod(periodMillis, 0);
        return new BeatEntry(schedule, MessageTemplate.of(id, new TaskCall("task"), delivery, "test"), policy);
    }
}
