// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static dev.drumline.broker.partition.TestBroker.KEYS;
import static dev.drumline.broker.partition.TestBroker.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.drumline.broker.Keys;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.partition.FireAnswer.Status;
import dev.drumline.broker.partition.FireBatch.Group;
import dev.drumline.broker.partition.FireBatch.Missed;
import dev.drumline.broker.redis.Bulk;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What FIRE does and refuses. */
interface FireContract {

    Mark START = new Mark(1_000, "a");
    Mark END = new Mark(2_000, "b");

    TestBroker broker();

    @BeforeEach
    default void holdPartitionsZeroAndOne() {
        for (int partition : List.of(0, 1)) {
            broker().put(KEYS.partition(partition), "mark", START.toString());
            broker().put(KEYS.partition(partition), "version", "7");
        }
        get(broker().store()
                .lease(new LeaseRequest(
                        "me",
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(10),
                        "{}",
                        Stream.of(0, 1).collect(toUnmodifiableSet()))));
    }

    @Test
    default void shouldQueueTheMessagesInOrderAndMoveTheMark() {
        FireAnswer answer = fire("me", batch(START, END, 7, group("q", 0, 0, "m1", "m2")));

        assertThat(answer.status()).isEqualTo(Status.FIRED);
        assertThat(answer.mark()).contains(START);
        assertThat(answer.version()).contains(7L);
        assertThat(answer.pushed()).containsExactly(2);
        assertThat(broker().list("q")).containsExactly("m2", "m1");
        assertThat(broker().hash(KEYS.partition(0)))
                .containsEntry("mark", END.toString())
                .containsEntry("fired", "2");
    }

    @Test
    default void shouldTellWhenItWasDone() {
        long before = broker().millis();

        FireReply reply = get(broker().store().fire("me", List.of(batch(START, END, 7))));

        assertThat(reply.redisMicros() / 1_000).isBetween(before, broker().millis());
    }

    @Test
    default void shouldQueueNothingTwice() {
        FireBatch batch = batch(START, END, 7, group("q", 0, 0, "m1"));
        fire("me", batch);

        FireAnswer again = fire("me", batch);

        assertThat(again.status()).isEqualTo(Status.MOVED);
        assertThat(again.mark()).contains(END);
        assertThat(again.pushed()).isEmpty();
        assertThat(broker().list("q")).containsExactly("m1");
    }

    @Test
    default void shouldRefuseABatchThatBeginsElsewhereInTheSameInstant() {
        Mark other = new Mark(START.dueMillis(), "b");

        assertThat(fire("me", batch(other, END, 7, group("q", 0, 0, "m1"))).status())
                .isEqualTo(Status.MOVED);
        assertNothingDone();
    }

    @Test
    default void shouldRefuseABatchMadeFromOldSchedules() {
        FireAnswer answer = fire("me", batch(START, END, 6, group("q", 0, 0, "m1")));

        assertThat(answer.status()).isEqualTo(Status.EDITED);
        assertThat(answer.version()).contains(7L);
        assertNothingDone();
    }

    @Test
    default void shouldRefuseWhoeverDoesNotHoldThePartition() {
        assertThat(fire("other", batch(START, END, 7, group("q", 0, 0, "m1"))).status())
                .isEqualTo(Status.LOST);
        assertNothingDone();
    }

    @Test
    default void shouldRefuseAHolderWhoseLeaseIsOver() {
        broker().put(KEYS.partition(0), "leaseEnd", "1");

        assertThat(fire("me", batch(START, END, 7, group("q", 0, 0, "m1"))).status())
                .isEqualTo(Status.LOST);
        assertNothingDone();
    }

    @Test
    default void shouldRefuseAPartitionThatNobodyHolds() {
        broker().put(KEYS.partition(2), "mark", START.toString());
        broker().put(KEYS.partition(2), "version", "7");

        assertThat(fire("me", new FireBatch(2, START, END, 7, END.dueMillis(), List.of(), List.of()))
                        .status())
                .isEqualTo(Status.LOST);
    }

    @Test
    default void shouldNeverBeEarlyByRedisClock() {
        Mark tomorrow = new Mark(broker().millis() + 86_400_000, "b");

        assertThat(fire("me", batch(START, tomorrow, 7, group("q", 0, 0, "m1"))).status())
                .isEqualTo(Status.EARLY);
        assertNothingDone();
    }

    @Test
    default void shouldNotLetGoEarlierThanItWasDecided() {
        long later = broker().millis() + 60_000;

        assertThat(fire(
                                "me",
                                new FireBatch(
                                        0,
                                        START,
                                        END,
                                        7,
                                        later,
                                        List.of(new Missed("ns/a", MissReason.DEADLINE, 5)),
                                        List.of()))
                        .status())
                .isEqualTo(Status.EARLY);
        assertNothingDone();
    }

    @Test
    default void shouldFireWhatIsDueThisVeryMillisecond() {
        Mark now = new Mark(broker().millis(), "b");

        assertThat(fire("me", batch(START, now, 7, group("q", 0, 0, "m1"))).status())
                .isEqualTo(Status.FIRED);
    }

    @Test
    default void shouldSayFirstThatThePartitionIsAnothers() {
        Mark tomorrow = new Mark(broker().millis() + 86_400_000, "b");

        assertThat(fire("other", batch(END, tomorrow, 6)).status()).isEqualTo(Status.LOST);
        assertThat(fire("me", batch(END, tomorrow, 6)).status()).isEqualTo(Status.MOVED);
        assertThat(fire("me", batch(START, tomorrow, 6)).status()).isEqualTo(Status.EDITED);
    }

    @Test
    default void shouldCallAMissingPartitionAMismatchAndNeverAZero() {
        broker().delete(KEYS.partition(0));

        FireAnswer answer = fire("me", batch(START, END, 7, group("q", 0, 0, "m1")));

        assertThat(answer.status()).isEqualTo(Status.MISSING);
        assertThat(answer.mark()).isEmpty();
        assertThat(broker().list("q")).isEmpty();
    }

    @Test
    default void shouldLetOneBadPartitionHoldUpNoOther() {
        // Given
        broker().delete(KEYS.partition(0));
        broker().putText(KEYS.partition(0), "no hash");

        // When
        List<FireAnswer> answers = get(broker().store()
                        .fire(
                                "me",
                                List.of(
                                        batch(START, END, 7, group("q", 0, 0, "bad")),
                                        new FireBatch(
                                                1,
                                                START,
                                                END,
                                                7,
                                                END.dueMillis(),
                                                List.of(),
                                                List.of(group("q", 0, 0, "good"))))))
                .answers();

        // Then
        assertThat(answers).extracting(FireAnswer::status).containsExactly(Status.BROKEN, Status.FIRED);
        assertThat(broker().list("q")).containsExactly("good");
    }

    @Test
    default void shouldCountAsMissedWhatAFullQueueHasNoRoomFor() {
        // Given
        broker().push(Keys.queueList("q", 9), "old");

        // When
        FireAnswer answer = fire(
                "me",
                batch(START, END, 7, group("q", 0, 3, of("ns/a"), of("ns/b"), of("ns/c"), of("ns/d"), of("ns/c"))));

        // Then
        assertThat(answer.pushed()).containsExactly(2);
        assertThat(broker().list("q")).containsExactly(of("ns/b"), of("ns/a"));
        assertThat(broker().hash(KEYS.partition(0)))
                .containsEntry("missed", "3")
                .containsEntry("mark", END.toString());
        assertThat(broker().hash(KEYS.missed(0))).isEqualTo(Map.of("ns/c queue", "2", "ns/d queue", "1"));
    }

    @Test
    default void shouldLetNoMessageOfOthersStopIt() {
        FireAnswer answer = fire("me", batch(START, END, 7, group("q", 0, 1, "m1", "not by a beat")));

        assertThat(answer.pushed()).containsExactly(1);
        assertThat(broker().hash(KEYS.partition(0))).containsEntry("missed", "1");
        assertThat(broker().hash(KEYS.missed(0))).isEmpty();
    }

    @Test
    default void shouldCountWhatIsMissedOnlyTogetherWithTheMark() {
        List<Missed> missed = List.of(new Missed("ns/a", MissReason.DEADLINE, 2));
        FireBatch batch = new FireBatch(0, START, END, 7, END.dueMillis(), missed, List.of());

        fire("other", batch);
        assertThat(broker().hash(KEYS.missed(0))).isEmpty();
        fire("me", batch);
        fire("me", batch);

        assertThat(broker().hash(KEYS.missed(0))).isEqualTo(Map.of("ns/a deadline", "2"));
    }

    @Test
    default void shouldQueueNothingWhereMoreWaitsThanMay() {
        for (int i = 0; i < 5; i++) {
            broker().push("q", "old");
        }

        assertThat(fire("me", batch(START, END, 7, group("q", 0, 3, "m1"))).pushed())
                .containsExactly(0);
        assertThat(broker().list("q")).hasSize(5);
    }

    @Test
    default void shouldCountTheRoomThatAnEarlierGroupTook() {
        FireAnswer answer =
                fire("me", batch(START, END, 7, group("q", 0, 3, "m1", "m2"), group("q", 3, 3, "n1", "n2")));

        assertThat(answer.pushed()).containsExactly(2, 1);
        assertThat(broker().list(Keys.queueList("q", 9))).containsExactly("n1");
    }

    @Test
    default void shouldLetAQueueThatIsNoListHoldUpNothingElse() {
        broker().putText("broken", "no list");

        FireAnswer answer =
                fire("me", batch(START, END, 7, group("broken", 0, 0, of("ns/a")), group("q", 3, 0, "m2", "m3")));

        assertThat(answer.pushed()).containsExactly(0, 2);
        assertThat(broker().list(Keys.queueList("q", 9))).containsExactly("m3", "m2");
        assertThat(broker().hash(KEYS.partition(0)))
                .containsEntry("missed", "1")
                .containsEntry("fired", "2");
    }

    @Test
    default void shouldLookAtAQueuesOtherListsOnlyForItsDepth() {
        broker().putText(Keys.queueList("q", 9), "no list");

        FireAnswer answer = fire("me", batch(START, END, 7, group("q", 0, 0, "m1"), group("q", 0, 9, "m2")));

        assertThat(answer.pushed()).containsExactly(1, 0);
    }

    @Test
    default void shouldMoveTheMarkOverWhatWasLetGo() {
        List<Missed> missed =
                List.of(new Missed("ns/a", MissReason.SUPERSEDED, 4), new Missed("ns/b", MissReason.DEADLINE, 1));

        FireAnswer answer = fire("me", new FireBatch(0, START, END, 7, END.dueMillis(), missed, List.of()));

        assertThat(answer.fired()).isTrue();
        assertThat(broker().hash(KEYS.partition(0)))
                .containsEntry("missed", "5")
                .containsEntry("mark", END.toString());
        assertThat(broker().hash(KEYS.missed(0))).isEqualTo(Map.of("ns/a superseded", "4", "ns/b deadline", "1"));
    }

    @Test
    default void shouldPushMoreMessagesThanLuaCanUnpack() {
        String[] messages = IntStream.range(0, 12_345).mapToObj(i -> "m" + i).toArray(String[]::new);

        FireAnswer answer = fire("me", batch(START, END, 7, group("q", 0, 0, messages)));

        assertThat(answer.pushed()).containsExactly(12_345);
        assertThat(broker().list("q").reversed()).containsExactly(messages);
    }

    default FireAnswer fire(String holder, FireBatch batch) {
        return get(broker().store().fire(holder, List.of(batch))).answers().getFirst();
    }

    /** With an argument that looks like what the script looks for. */
    private static String of(String entryId) {
        ArrayNode args = Json.array().add("\"periodic_task_name\":\"somebody/else\"");
        TaskCall call = new TaskCall("task", args, Json.object());
        return new String(
                MessageTemplate.of(entryId, call, Delivery.to("q"), "test").message(2_000, 2_000), UTF_8);
    }

    private static FireBatch batch(Mark from, Mark to, long version, Group... groups) {
        return new FireBatch(0, from, to, version, to.dueMillis(), List.of(), List.of(groups));
    }

    private static Group group(String queue, int step, long maxDepth, String... messages) {
        return new Group(
                queue, step, maxDepth, Stream.of(messages).map(Bulk::of).toList());
    }

    private void assertNothingDone() {
        assertThat(broker().list("q")).isEmpty();
        assertThat(broker().hash(KEYS.partition(0)))
                .containsEntry("mark", START.toString())
                .doesNotContainKeys("fired", "missed");
    }
}
