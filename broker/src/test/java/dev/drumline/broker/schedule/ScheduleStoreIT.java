// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import io.lettuce.core.Range;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScheduleStoreIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private static final Keys KEYS = new Keys(Keys.DEFAULT_PREFIX);
    private static final String ID = "default/check";

    private ScheduleStore store;
    private int partition;

    @BeforeEach
    void open() {
        store = new ScheduleStore(REDIS.link(), KEYS, 8);
        partition = store.partitionOf(ID);
    }

    @Test
    void shouldReadBackWhatItWrote() throws Exception {
        ScheduleEntry entry = every("10s", "task");

        assertThat(write(entry)).isEqualTo(1);

        assertThat(stored().entry()).isEqualTo(entry);
        assertThat(stored().says(entry)).isTrue();
    }

    @Test
    void shouldChangeNothingWhenTheSameIsWrittenAgain() throws Exception {
        write(every("10s", "task"));
        String version = version();

        assertThat(write(every("10s", "task"))).isZero();

        assertThat(version()).isEqualTo(version);
    }

    @Test
    void shouldRaiseTheVersionAndTellTheBeatsOfEveryEdit() throws Exception {
        write(every("10s", "task"));
        write(every("10s", "other"));
        delete();

        assertThat(version()).isEqualTo("3");
        List<String> changes = REDIS.link().commands().xrange(KEYS.changes(), Range.unbounded()).get().stream()
                .map(change -> new String(change.getBody().get("ids"), UTF_8))
                .toList();
        assertThat(changes).containsExactly(ID, ID, ID);
    }

    @Test
    void shouldBeginANewRuleNowAndLeaveAnOldOneAtTheMark() throws Exception {
        // Given
        long before = System.currentTimeMillis();
        write(every("10s", "task"));
        Mark begun = stored().after();
        assertThat(begun.dueMillis()).isBetween(before - 1_000, before + 60_000);

        // When another of the partition is fired, and the task alone is edited
        Mark fired = new Mark(begun.dueMillis() + 5_000, "default/other");
        setMark(fired);
        write(every("10s", "other"));

        // Then
        assertThat(stored().after()).isEqualTo(fired);
    }

    @Test
    void shouldNotGiveANewRuleWhatIsOverdueInItsPartition() throws Exception {
        write(every("10s", "task"));
        setMark(new Mark(1_000, "default/other"));

        write(every("20s", "task"));

        assertThat(stored().after().dueMillis()).isGreaterThan(1_000_000);
    }

    @Test
    void shouldForgetADeletedEntryAndStartAfreshWithItsName() throws Exception {
        write(every("10s", "task"));
        delete();
        assertThat(store.entries(partition).toCompletableFuture().get()).isEmpty();

        write(every("10s", "task"));

        assertThat(stored().after().entryId()).isEmpty();
    }

    @Test
    void shouldQueueAnInstantThatHadPassedWhenItWasAccepted() throws Exception {
        ScheduleEntry past = entry(new Rule.At("2020-01-01T00:00:00Z"), "task");
        write(past);
        write(past);

        List<byte[]> delayed =
                REDIS.link().commands().zrange(KEYS.delayed(partition), 0, -1).get();

        assertThat(delayed).singleElement().satisfies(member -> assertThat(new String(member, UTF_8))
                .startsWith("q\n{"));
    }

    @Test
    void shouldLeaveAnInstantToComeToTheBeats() throws Exception {
        write(entry(new Rule.At(Instant.now().plusSeconds(3600).toString()), "task"));

        assertThat(REDIS.link().commands().zcard(KEYS.delayed(partition)).get()).isZero();
    }

    @Test
    void shouldWriteManyEntriesOfAllPartitions() throws Exception {
        List<ScheduleEntry> entries = IntStream.range(0, 5_000)
                .mapToObj(i -> new ScheduleEntry(
                        "default/check-" + i,
                        ScheduleSpec.of(new Rule.Every("10s", null)),
                        new TaskCall("task"),
                        Delivery.to("q"),
                        MissPolicy.DEFAULT))
                .toList();

        long changed = store.edit(entries, List.of()).toCompletableFuture().get();

        assertThat(changed).isEqualTo(5_000);
        assertThat(store.entries(3).toCompletableFuture().get())
                .allSatisfy(stored -> assertThat(store.partitionOf(stored.id())).isEqualTo(3));
    }

    private long write(ScheduleEntry entry) throws Exception {
        return store.edit(List.of(entry), List.of()).toCompletableFuture().get();
    }

    private void delete() throws Exception {
        store.edit(List.of(), List.of(ID)).toCompletableFuture().get();
    }

    private StoredEntry stored() throws Exception {
        return store.entries(partition).toCompletableFuture().get().getFirst();
    }

    private String version() throws Exception {
        return new String(
                REDIS.link()
                        .commands()
                        .hget(KEYS.partition(partition), "version")
                        .get(),
                UTF_8);
    }

    private void setMark(Mark mark) throws Exception {
        REDIS.link()
                .commands()
                .hset(KEYS.partition(partition), Map.of("mark", mark.toString().getBytes(UTF_8)))
                .get();
    }

    private static ScheduleEntry every(String period, String task) {
        return entry(new Rule.Every(period, null), task);
    }

    private static ScheduleEntry entry(Rule rule, String task) {
        return new ScheduleEntry(ID, ScheduleSpec.of(rule), new TaskCall(task), Delivery.to("q"), MissPolicy.DEFAULT);
    }
}
