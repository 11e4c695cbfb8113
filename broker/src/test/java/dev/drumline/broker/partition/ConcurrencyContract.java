// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static dev.drumline.broker.partition.TestBroker.KEYS;
import static dev.drumline.broker.partition.TestBroker.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.Keys;
import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.partition.FireBatch.Group;
import dev.drumline.broker.partition.FireBatch.Guard;
import dev.drumline.broker.redis.Bulk;
import dev.drumline.broker.schedule.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What FIRE does with an occurrence while the one before it has not ended. */
interface ConcurrencyContract {

    String SLOW = "ns/slow";
    int FIRED = 1;
    int NO_ROOM = 0;

    TestBroker broker();

    @Test
    default void shouldSkipWhatIsDueWhileTheOneBeforeItHasNotEnded() {
        assertThat(fire(Concurrency.FORBID, "first")).isEqualTo(FIRED);

        assertThat(fire(Concurrency.FORBID, "second")).isEqualTo(FireAnswer.FORBIDDEN);

        assertThat(broker().list("q")).containsExactly("first");
        assertThat(broker().text(KEYS.running(SLOW))).isEqualTo("first");
        assertThat(broker().hash(KEYS.missed(0))).isEqualTo(Map.of(SLOW + " running", "1"));
        assertThat(broker().hash(KEYS.partition(0)))
                .containsEntry("fired", "1")
                .containsEntry("missed", "1")
                .containsEntry("mark", "3000 " + SLOW);
    }

    @Test
    default void shouldGoOnWhenItIsNoLongerKnownToRun() {
        fire(Concurrency.FORBID, "first");
        broker().delete(KEYS.running(SLOW));

        assertThat(fire(Concurrency.FORBID, "second")).isEqualTo(FIRED);
        assertThat(broker().text(KEYS.running(SLOW))).isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"SUCCESS\", \"result\": 4, \"traceback\": null}",
                "{\"status\":\"FAILURE\",\"result\":{\"exc_type\":\"X\"}}",
                "{\"status\": \"REVOKED\", \"result\": null}"
            })
    default void shouldTakeAResultForTheEnd(String result) {
        fire(Concurrency.FORBID, "first");
        broker().putText(Keys.result("first"), result);

        assertThat(fire(Concurrency.FORBID, "second")).isEqualTo(FIRED);
        assertThat(broker().text(KEYS.running(SLOW))).isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"RETRY\", \"result\": \"SUCCESS\"}",
                "{\"status\": \"STARTED\"}",
                "{\"status\": \"PROGRESS\", \"result\": {\"status\": \"SUCCESS\"}}",
                "{\"result\": {\"status\": \"SUCCESS\"}, \"status\": \"RETRY\"}",
                "not JSON",
                ""
            })
    default void shouldTakeNothingElseForTheEnd(String result) {
        fire(Concurrency.FORBID, "first");
        broker().putText(Keys.result("first"), result);

        assertThat(fire(Concurrency.FORBID, "second")).isEqualTo(FireAnswer.FORBIDDEN);
    }

    @Test
    default void shouldSkipTheLaterOnesOfOneBatch() {
        FireAnswer answer = fire(
                1,
                group(Concurrency.FORBID, "first", 0),
                group(Concurrency.FORBID, "second", 0),
                new Group("q", 0, 0, List.of(Bulk.of("a"), Bulk.of("b"))));

        assertThat(answer.pushed()).containsExactly(FIRED, FireAnswer.FORBIDDEN, 2);
        assertThat(broker().list("q")).containsExactly("b", "a", "first");
    }

    @Test
    default void shouldRevokeTheOneThatIsReplaced() {
        assertThat(fire(Concurrency.REPLACE, "first")).isEqualTo(FIRED);
        assertThat(fire(Concurrency.REPLACE, "second")).isEqualTo(FIRED);

        assertThat(broker().list("q")).containsExactly("second", "first");
        assertThat(broker().text(KEYS.running(SLOW))).isEqualTo("second");
        assertThat(broker().sortedSet(KEYS.revoked())).containsOnlyKeys("first");
        assertThat(broker().hash(KEYS.missed(0))).isEmpty();
    }

    @Test
    default void shouldNotRevokeWhatHasEnded() {
        fire(Concurrency.REPLACE, "first");
        broker().putText(Keys.result("first"), "{\"status\": \"SUCCESS\"}");

        fire(Concurrency.REPLACE, "second");

        assertThat(broker().sortedSet(KEYS.revoked())).isEmpty();
    }

    @Test
    default void shouldNotRevokeWhereTheNextOneFindsNoRoom() {
        fire(Concurrency.REPLACE, "first");

        FireAnswer answer = fire(2, group(Concurrency.REPLACE, "\"periodic_task_name\":\"" + SLOW + "\"", 1));

        assertThat(answer.pushed()).containsExactly(NO_ROOM);
        assertThat(broker().sortedSet(KEYS.revoked())).isEmpty();
        assertThat(broker().text(KEYS.running(SLOW))).isEqualTo("first");
        assertThat(broker().hash(KEYS.missed(0))).isEqualTo(Map.of(SLOW + " queue", "1"));
    }

    @Test
    default void shouldOrderWhatIsRevokedAndForgetWhatIsOld() {
        long ahead = broker().millis() + 600_000;
        broker().add(KEYS.revoked(), 1, "long-ago");
        broker().add(KEYS.revoked(), ahead, "by-a-fast-clock");

        fire(Concurrency.REPLACE, "first");
        fire(Concurrency.REPLACE, "second");
        fire(Concurrency.REPLACE, "third");

        assertThat(broker().sortedSet(KEYS.revoked()))
                .isEqualTo(Map.of("by-a-fast-clock", ahead, "first", ahead + 1, "second", ahead + 2));
    }

    @Test
    default void shouldLetKeysOfOtherTypesHoldUpNothing() {
        broker().put(KEYS.running(SLOW), "no", "string");
        assertThat(fire(Concurrency.REPLACE, "first")).isEqualTo(FIRED);

        broker().put(Keys.result("first"), "no", "string");
        broker().putText(KEYS.revoked(), "no sorted set");
        broker().putText(KEYS.missed(0), "no hash");
        assertThat(fire(Concurrency.REPLACE, "second")).isEqualTo(FIRED);
        assertThat(fire(Concurrency.FORBID, "third")).isEqualTo(FireAnswer.FORBIDDEN);

        assertThat(broker().list("q")).containsExactly("second", "first");
        assertThat(broker().hash(KEYS.partition(0))).containsEntry("missed", "1");
    }

    private int fire(Concurrency concurrency, String taskId) {
        String mark = broker().hash(KEYS.partition(0)).get("mark");
        long second = mark == null ? 1 : Mark.parse(mark).dueMillis() / 1_000;
        return fire(second, group(concurrency, taskId, 0)).pushed().getFirst();
    }

    /** The batch from one second to the next. */
    private FireAnswer fire(long second, Group... groups) {
        Mark from = new Mark(second * 1_000, SLOW);
        if (second == 1) {
            broker().put(KEYS.partition(0), "mark", from.toString());
            broker().put(KEYS.partition(0), "version", "7");
            get(broker().store()
                    .lease(new LeaseRequest("me", Duration.ofSeconds(20), Duration.ofSeconds(10), "{}", Set.of(0))));
        }
        Mark to = new Mark((second + 1) * 1_000, SLOW);
        FireBatch batch = new FireBatch(0, from, to, 7, to.dueMillis(), List.of(), List.of(groups));
        FireAnswer answer =
                get(broker().store().fire("me", List.of(batch))).answers().getFirst();
        assertThat(answer.status()).isEqualTo(FireAnswer.Status.FIRED);
        return answer;
    }

    /** The task id is its message, too. */
    private static Group group(Concurrency concurrency, String taskId, long maxDepth) {
        Guard guard = new Guard(concurrency, SLOW, taskId, 90_000);
        return new Group("q", 0, maxDepth, List.of(Bulk.of(taskId)), Optional.of(guard));
    }
}
