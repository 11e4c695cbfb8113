// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.delayed.Delayed;
import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.MessageReader;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.message.TaskIds;
import dev.drumline.broker.message.TaskMessage;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.MissReason;
import dev.drumline.broker.schedule.MissedCounts;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole beats on a real Redis: what is on the queue is counted by task id against what the schedules say. */
class BeatIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests("--appendonly", "yes", "--appendfsync", "always");

    private static final Keys KEYS = new Keys(Keys.DEFAULT_PREFIX);
    private static final int PARTITIONS = 16;
    private static final String QUEUE = "q";
    private static final MissPolicy EVERY_ONE = new MissPolicy(null, MissPolicy.CatchUp.ALL);

    private final List<RunningBeat> beats = new ArrayList<>();
    private ScheduleStore schedules;
    private Instant written;

    @BeforeEach
    void open() {
        schedules = new ScheduleStore(REDIS.link(), KEYS, PARTITIONS);
    }

    @AfterEach
    void stopBeats() throws Exception {
        for (RunningBeat beat : beats) {
            beat.close();
        }
    }

    @Test
    void shouldFireEveryOccurrenceOnce() throws Exception {
        // Given
        List<ScheduleEntry> entries = entries(100, "500ms", EVERY_ONE);
        write(entries);

        // When
        start("one");
        awaitMessages(600);

        // Then
        assertEveryOccurrenceOnce(entries);
    }

    @Test
    void shouldShareThePartitionsAndTakeOverThoseOfADeadBeat() throws Exception {
        // Given
        List<ScheduleEntry> entries = entries(100, "500ms", EVERY_ONE);
        write(entries);
        RunningBeat one = start("one");
        RunningBeat two = start("two");
        await().atMost(5, SECONDS).until(() -> one.held + two.held == PARTITIONS && two.held > 0);
        awaitMessages(300);

        // When
        one.die();

        // Then
        await().atMost(5, SECONDS).until(() -> two.held == PARTITIONS);
        awaitMessages(messages().size() + 400);
        assertEveryOccurrenceOnce(entries);
    }

    @Test
    void shouldBringInEditsWithoutFiringTheOldDefinitionAgain() throws Exception {
        // Given
        List<ScheduleEntry> entries = entries(20, "200ms", MissPolicy.DEFAULT);
        write(entries);
        start("one");
        awaitMessages(100);

        // When
        schedules
                .edit(List.of(), entries.stream().map(ScheduleEntry::id).toList())
                .toCompletableFuture()
                .get();
        int afterDeletion = messages().size();
        write(List.of(entry("default/new", "100ms", "other", MissPolicy.DEFAULT)));
        awaitMessages(afterDeletion + 5);

        // Then
        assertThat(messages().stream().skip(afterDeletion))
                .allSatisfy(message -> assertThat(message.task()).isEqualTo("other"));
    }

    @Test
    void shouldGoOnWhereItWasWhenRedisComesBack() throws Exception {
        // Given
        List<ScheduleEntry> entries = entries(50, "500ms", EVERY_ONE);
        write(entries);
        start("one");
        awaitMessages(100);

        // When
        REDIS.kill();
        SECONDS.sleep(1);
        REDIS.start();

        // Then
        int before = messages().size();
        awaitMessages(before + 200);
        assertEveryOccurrenceOnce(entries);
    }

    @Test
    void shouldFireAgainExactlyWhatRedisLost() throws Exception {
        // Given
        List<ScheduleEntry> entries = entries(10, "1s", EVERY_ONE);
        write(entries);
        start("one");
        awaitMessages(20);

        // When marks and messages go back together, as after a failover
        Map<String, Mark> marks = new HashMap<>();
        for (ScheduleEntry entry : entries) {
            String key = KEYS.partition(schedules.partitionOf(entry.id()));
            Mark mark = Mark.parse(
                    new String(REDIS.link().commands().hget(key, "mark").get(), UTF_8));
            marks.put(key, Mark.before(mark.dueMillis() - 1_000));
        }
        REDIS.link().commands().multi();
        REDIS.link().commands().del(QUEUE);
        marks.forEach((key, mark) ->
                REDIS.link().commands().hset(key, "mark", mark.toString().getBytes(UTF_8)));
        REDIS.link().commands().exec().get();

        // Then
        awaitMessages(30);
        List<TaskMessage> messages = messages();
        assertThat(messages).extracting(TaskMessage::id).doesNotHaveDuplicates();
        long oldest = messages.stream()
                .mapToLong(message -> message.headers().path("drumline_due").longValue())
                .min()
                .orElseThrow();
        assertThat(oldest)
                .isLessThan(
                        marks.values().stream().mapToLong(Mark::dueMillis).max().orElseThrow() + 1_001);
    }

    @Test
    void shouldCountWhatIsOverdueByPolicy() throws Exception {
        // Given entries that were not fired for a minute
        write(List.of(
                entry("default/latest", "10s", "task", MissPolicy.DEFAULT),
                entry("default/late", "10s", "task", new MissPolicy(1L, MissPolicy.CatchUp.ALL))));
        long minuteAgo = System.currentTimeMillis() - 60_000;
        for (String id : List.of("default/latest", "default/late")) {
            int partition = schedules.partitionOf(id);
            String stored = schedules.entries(partition).toCompletableFuture().get().stream()
                    .filter(entry -> entry.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .text();
            String aged = minuteAgo + " " + stored.substring(stored.indexOf('\n'));
            REDIS.link()
                    .commands()
                    .hset(KEYS.schedule(partition), id, aged.getBytes(UTF_8))
                    .get();
            REDIS.link()
                    .commands()
                    .hset(KEYS.partition(partition), "mark", (minuteAgo + " ").getBytes(UTF_8))
                    .get();
        }

        // When
        RunningBeat beat = start("one");

        // Then
        await().atMost(5, SECONDS).until(() -> beat.missed.size() == 2);
        assertThat(beat.missed)
                .containsEntry("default/latest", MissReason.SUPERSEDED)
                .containsEntry("default/late", MissReason.DEADLINE);
        assertThat(counted("default/latest"))
                .containsOnlyKeys(MissReason.SUPERSEDED)
                .containsValue(5L);
        assertThat(counted("default/late").get(MissReason.DEADLINE)).isBetween(5L, 6L);
    }

    @Test
    void shouldLetGoWhatIsDueWhileTheOneBeforeItRuns() throws Exception {
        // Given
        write(List.of(guarded("default/slow", Concurrency.FORBID)));

        // When nobody works
        RunningBeat beat = start("one");
        awaitMessages(1);
        await().atMost(5, SECONDS).until(() -> counted("default/slow").getOrDefault(MissReason.RUNNING, 0L) >= 3);

        // Then
        assertThat(messages()).hasSize(1);
        assertThat(beat.missed).containsEntry("default/slow", MissReason.RUNNING);

        // When it has ended
        String id = ids().getFirst();
        REDIS.link()
                .commands()
                .set(Keys.result(id), "{\"status\": \"SUCCESS\"}".getBytes(UTF_8))
                .get();

        // Then
        awaitMessages(2);
        assertThat(messages().getLast().header("drumline_concurrency")).contains("Forbid");
    }

    @Test
    void shouldRevokeWhatIsReplaced() throws Exception {
        write(List.of(guarded("default/slow", Concurrency.REPLACE)));
        start("one");

        awaitMessages(3);

        List<String> revoked = REDIS.link().commands().zrange(KEYS.revoked(), 0, -1).get().stream()
                .map(id -> new String(id, UTF_8))
                .toList();
        List<String> ids = ids();
        assertThat(ids).startsWith(revoked.toArray(String[]::new));
        assertThat(revoked).hasSizeGreaterThanOrEqualTo(2);
        assertThat(counted("default/slow")).isEmpty();
    }

    private static ScheduleEntry guarded(String id, Concurrency concurrency) {
        return new ScheduleEntry(
                id,
                ScheduleSpec.of(new Rule.Every("200ms", null)),
                new TaskCall("task"),
                new Delivery(QUEUE, null, null, null, false, null, concurrency),
                EVERY_ONE);
    }

    private Map<MissReason, Long> counted(String id) throws Exception {
        return MissedCounts.read(REDIS.link(), KEYS, List.of(schedules.partitionOf(id)))
                .toCompletableFuture()
                .get()
                .of(id);
    }

    @Test
    void shouldQueueAnInstantThatHadPassedWhenItWasAccepted() throws Exception {
        write(List.of(new ScheduleEntry(
                "default/past",
                ScheduleSpec.of(new Rule.At("2020-01-01T00:00:00Z")),
                new TaskCall("task"),
                Delivery.to(QUEUE),
                MissPolicy.DEFAULT)));
        start("one");

        awaitMessages(1);

        assertThat(messages()).singleElement().satisfies(message -> assertThat(message.id())
                .isEqualTo(TaskIds.ofEntry("default/past")
                        .at(Instant.parse("2020-01-01T00:00:00Z").toEpochMilli())));
    }

    @Test
    void shouldMoveDelayedMessagesOfPartitionsWithoutAnySchedule() throws Exception {
        // Given a task that is to be retried, on a broker without any PeriodicTask
        new Delayed(REDIS.link(), KEYS)
                .keep("id", QUEUE, "message".getBytes(UTF_8), Instant.now().plusMillis(300), PARTITIONS)
                .toCompletableFuture()
                .get();

        // When
        start("one");

        // Then
        awaitMessages(1);
    }

    private RunningBeat start(String name) {
        RunningBeat beat = new RunningBeat(name, REDIS.connect(), PARTITIONS);
        beats.add(beat);
        return beat;
    }

    private void write(List<ScheduleEntry> entries) throws Exception {
        schedules.edit(entries, List.of()).toCompletableFuture().get();
        written = Instant.now();
    }

    private static List<ScheduleEntry> entries(int count, String period, MissPolicy policy) {
        return IntStream.range(0, count)
                .mapToObj(i -> entry("default/check-" + i, period, "task", policy))
                .toList();
    }

    private static ScheduleEntry entry(String id, String period, String task, MissPolicy policy) {
        return new ScheduleEntry(
                id, ScheduleSpec.of(new Rule.Every(period, null)), new TaskCall(task), Delivery.to(QUEUE), policy);
    }

    private static void awaitMessages(int count) {
        await().atMost(20, SECONDS)
                .ignoreExceptions()
                .until(() -> REDIS.link().commands().llen(QUEUE).get() >= count);
    }

    private static List<TaskMessage> messages() throws Exception {
        List<TaskMessage> messages = new ArrayList<>();
        for (byte[] element : REDIS.link().commands().lrange(QUEUE, 0, -1).get().reversed()) {
            messages.add(MessageReader.read(element));
        }
        return messages;
    }

    /** Every occurrence between the writing of the entries and now comes onto the queue, and none twice. */
    private void assertEveryOccurrenceOnce(List<ScheduleEntry> entries) throws Exception {
        Set<String> expected = new HashSet<>();
        Instant now = Instant.now();
        for (ScheduleEntry entry : entries) {
            Schedule schedule = Schedules.parse(entry.schedule(), entry.id());
            for (Instant due = schedule.next(written).orElseThrow();
                    due.isBefore(now);
                    due = schedule.next(due).orElseThrow()) {
                expected.add(TaskIds.ofEntry(entry.id()).at(due.toEpochMilli()));
            }
        }
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(ids()).containsAll(expected));
        assertThat(ids()).doesNotHaveDuplicates();
    }

    private static List<String> ids() throws Exception {
        return messages().stream().map(TaskMessage::id).toList();
    }
}
