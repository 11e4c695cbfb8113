// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.single;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.delayed.Delayed;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.MessageReader;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.message.TaskIds;
import dev.drumline.broker.message.UnreadableMessageException;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import dev.drumline.cli.Drumline;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code drumline backfill} and {@code drumline run}. */
class SingleCommandsIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private static final Keys KEYS = new Keys(Keys.DEFAULT_PREFIX);
    private static final String ID = "default/check";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ScheduleStore schedules = new ScheduleStore(REDIS.link(), KEYS, 64);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void storeATaskThatWasFiredUntilNoon() {
        ScheduleEntry entry = new ScheduleEntry(
                ID,
                ScheduleSpec.of(new Rule.Cron("0 * * * *")),
                new TaskCall("task"),
                Delivery.to("q"),
                MissPolicy.DEFAULT);
        get(schedules.edit(List.of(entry), List.of()));
        setMark(NOW.toEpochMilli() + " " + ID);
    }

    @Test
    void shouldQueueEachOccurrenceOfAPastWindowOnceAndUnderItsOwnId() {
        assertThat(backfill("2026-03-01T08:00:00Z", "2026-03-01T10:30:00Z")).isZero();
        assertThat(out.toString())
                .isEqualTo("default/check: 3 occurrences from 2026-03-01T08:00:00Z to 2026-03-01T10:30:00Z:"
                        + " 3 queued, 0 known already, 0 left to the beats\n");
        backfill("2026-03-01T10:00:00+00:00", "2026-03-01T12:00:00Z");

        assertThat(out.toString()).contains("2 queued, 1 known already, 0 left to the beats");
        assertThat(queued()).containsExactlyElementsOf(ids("08", "09", "10", "11", "12"));
    }

    @Test
    void shouldLeaveToTheBeatsWhatTheyHaveStillToFire() throws Exception {
        assertThat(backfill("2026-03-01T11:00:00Z", "2026-03-01T14:00:00Z", "-o", "json"))
                .isZero();

        JsonNode report = Json.MAPPER.readTree(out.toString());
        assertThat(report).isEqualTo(Json.MAPPER.readTree("""
                        {"task": "default/check", "from": "2026-03-01T11:00:00Z", "to": "2026-03-01T14:00:00Z",
                         "occurrences": 4, "new": 2, "known": 0, "leftToBeats": 2, "dryRun": false}
                        """));
        assertThat(queued()).containsExactlyElementsOf(ids("11", "12"));
    }

    @Test
    void shouldQueueNothingWhenItIsOnlyAsked() {
        backfill("2026-03-01T09:00:00Z", "2026-03-01T09:00:00Z");
        backfill("2026-03-01T08:00:00Z", "2026-03-01T10:00:00Z", "--dry-run");

        assertThat(out.toString()).contains("2 would be queued, 1 known already");
        assertThat(queued()).containsExactlyElementsOf(ids("09"));
    }

    @Test
    void shouldRefuseAWindowOfTooMany() {
        assertThat(backfill("2026-03-01T00:00:00Z", "2026-03-01T12:00:00Z", "--limit", "12"))
                .isEqualTo(1);

        assertThat(err.toString())
                .startsWith("drumline: the window holds more than 12 occurrences; choose a smaller one");
        assertThat(queued()).isEmpty();
    }

    @Test
    void shouldShowHowFarItIsWithALongOne() {
        assertThat(backfill("2026-01-01T00:00:00Z", "2026-03-01T12:00:00Z")).isZero();

        assertThat(err.toString().lines())
                .containsExactly("drumline: 500 of 1429", "drumline: 1000 of 1429", "drumline: 1429 of 1429");
        assertThat(queued()).hasSize(1429).doesNotHaveDuplicates();
    }

    @Test
    void shouldSayWhatIsWrongInOneSentence() {
        assertThat(run("backfill", "check", "--from", "yesterday", "--to", "2026-03-01T09:00:00Z"))
                .isEqualTo(2);
        assertThat(backfill("2026-03-01T08:00:00Z", "2026-03-01T07:00:00Z")).isEqualTo(2);
        assertThat(run("run", "none")).isEqualTo(1);

        assertThat(err.toString())
                .contains(
                        "Invalid value for option '--from'",
                        "--to is before --from",
                        "drumline: the broker has no task default/none: it is suspended, over or refused");
    }

    @Test
    void shouldRunATaskOutOfTurn() {
        assertThat(run("run", "check", "--as", "today")).isZero();
        assertThat(run("run", "check", "-n", "default", "--as", "today")).isZero();
        assertThat(run("run", "-n", "other", ID)).isZero();

        String today = TaskIds.ofRunNow(ID, "today");
        String now = TaskIds.ofRunNow(ID, NOW.toString());
        assertThat(out.toString())
                .isEqualTo("queued as task " + today + "\nknown already as task " + today + "\nqueued as task " + now
                        + "\n");
        assertThat(queued()).containsExactlyInAnyOrder(today, now);
    }

    private int backfill(String from, String to, String... more) {
        return run(Stream.concat(Stream.of("backfill", "check", "--from", from, "--to", to), Stream.of(more))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--redis", REDIS.url()));
        return Drumline.commandLine(() -> NOW, InputStream.nullInputStream())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private static List<String> ids(String... hours) {
        return Stream.of(hours)
                .map(hour -> Instant.parse("2026-03-01T" + hour + ":00:00Z"))
                .map(due -> TaskIds.ofEntry(ID).at(due.toEpochMilli()))
                .toList();
    }

    /** The ids of what comes onto the queue, in order. */
    private List<String> queued() {
        List<Integer> all = IntStream.range(0, 64).boxed().toList();
        get(new Delayed(REDIS.link(), KEYS).move(all, 10_000));
        return get(REDIS.link().commands().lrange("q", 0, -1)).reversed().stream()
                .map(SingleCommandsIT::id)
                .toList();
    }

    private static String id(byte[] message) {
        try {
            return MessageReader.read(message).id();
        } catch (UnreadableMessageException e) {
            throw new AssertionError(e);
        }
    }

    private void setMark(String mark) {
        String key = KEYS.partition(schedules.partitionOf(ID));
        get(REDIS.link().commands().hset(key, "mark", mark.getBytes(UTF_8)));
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
