// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditBatcherTest {
    private final FakeSchedules schedules = new FakeSchedules();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final EditBatcher batcher = new EditBatcher(schedules, later::add);

    @Test
    void shouldSendManyEditsInOneCall() {
        // When
        var writes = IntStream.range(0, 1000)
                .mapToObj(i -> batcher.write(entry("shop/" + i, "10s")))
                .toList();
        runLater();
        // Then
        assertThat(schedules.editSizes()).containsExactly(1000);
        assertThat(writes).allSatisfy(write -> assertThat(write).isCompleted());
    }

    @Test
    void shouldLetTheLastEditOfAnEntryWin() {
        batcher.write(entry("shop/a", "10s"));
        batcher.write(entry("shop/a", "20s"));
        batcher.write(entry("shop/b", "10s"));
        batcher.delete("shop/b");
        runLater();
        assertThat(schedules.entries()).containsOnlyKeys("shop/a");
        assertThat(schedules.entries().get("shop/a").schedule().rules()).containsExactly(new Rule.Every("20s", null));
    }

    @Test
    void shouldTellEveryEditOfAFailedCall() {
        // Given
        schedules.goDown();
        // When
        var write = batcher.write(entry("shop/a", "10s"));
        var delete = batcher.delete("shop/b");
        runLater();
        // Then
        assertThat(write).failsWithin(Duration.ZERO).withThrowableThat().withMessageContaining("connection refused");
        assertThat(delete).isCompletedExceptionally();
    }

    @Test
    void shouldGoOnAfterAFailure() {
        schedules.goDown();
        batcher.write(entry("shop/a", "10s"));
        runLater();
        schedules.comeBack();
        var again = batcher.write(entry("shop/a", "10s"));
        runLater();
        assertThat(again).isCompleted();
        assertThat(schedules.entries()).containsOnlyKeys("shop/a");
    }

    private void runLater() {
        while (!later.isEmpty()) {
            later.poll().run();
        }
    }

    private static ScheduleEntry entry(String id, String every) {
        return new ScheduleEntry(
                id,
                ScheduleSpec.of(new Rule.Every(every, null)),
                new TaskCall("t"),
                Delivery.to("q"),
                MissPolicy.DEFAULT);
    }
}
