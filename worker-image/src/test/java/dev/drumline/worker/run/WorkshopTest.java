// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drumline.broker.work.Revocations;
import dev.drumline.worker.Messages;
import dev.drumline.worker.api.RetryException;
import dev.drumline.worker.api.TaskArguments;
import dev.drumline.worker.api.TaskContext;
import dev.drumline.worker.api.TaskHandler;
import dev.drumline.worker.handler.Handlers;
import dev.drumline.worker.result.Endings;
import dev.drumline.worker.result.Outcome;
import dev.drumline.worker.task.Triage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkshopTest {

    private final BlockingQueue<Done> done = new LinkedBlockingQueue<>();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private volatile Work handler = (task, arguments) -> null;
    private final Workshop workshop = new Workshop(2, rules(), done::add);

    @FunctionalInterface
    private interface Work {
        Object handle(TaskContext task, TaskArguments arguments) throws Exception;
    }

    private final class Delegate implements TaskHandler {

        @Override
        public String name() {
            return "t.work";
        }

        @Override
        public Object handle(TaskContext task, TaskArguments arguments) throws Exception {
            return handler.handle(task, arguments);
        }
    }

    private Rules rules() {
        Triage triage = new Triage(new Handlers(List.of(new Delegate())), 3);
        return new Rules(
                triage, new Endings(Duration.ZERO, 1), Optional.empty(), InstantSource.system(), System::nanoTime);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private void begin(Messages message) {
        workshop.begin(List.of(new Assignment("w1", message.claimed(), Instant.now())));
    }

    private Done next() throws InterruptedException {
        return done.poll(5, TimeUnit.SECONDS);
    }

    private String result(Done one) {
        return new String(one.finish().result().orElseThrow().json(), StandardCharsets.UTF_8);
    }

    private Object sleepUntilInterrupted() throws InterruptedException {
        try {
            Thread.sleep(Duration.ofMinutes(1));
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
        return null;
    }

    @Test
    void shouldRunAHandlerAndReportWhatItReturned() throws Exception {
        record Sum(int of) {}
        handler = (task, arguments) -> new Sum(arguments.args().get(0).asInt() + 1);

        begin(Messages.of("t.work").body("[[41], {}, {}]"));

        Done one = next();
        assertThat(one.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(one.task()).isEqualTo("t.work");
        assertThat(result(one)).contains("\"result\":{\"of\":42}");
        await().until(() -> workshop.free() == 2);
    }

    @Test
    void shouldMakeAnExceptionAResultAndAnErrorToo() throws Exception {
        handler = (task, arguments) -> {
            throw new StackOverflowError("deep");
        };

        begin(Messages.of("t.work"));

        Done one = next();
        assertThat(one.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result(one)).contains("\"exc_type\":\"StackOverflowError\"");
    }

    @Test
    void shouldFailWhatCantBeWrittenAsJson() throws Exception {
        handler = (task, arguments) -> new Object();

        begin(Messages.of("t.work"));

        assertThat(next().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void shouldFailWhatIsNestedTooDeepToBeWritten() throws Exception {
        handler = (task, arguments) -> {
            ArrayNode deep = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < 2000; i++) {
                deep = JsonNodeFactory.instance.arrayNode().add(deep);
            }
            return deep;
        };

        begin(Messages.of("t.work"));

        Done one = next();
        assertThat(one.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result(one)).contains("UnwritableResultException");
    }

    @Test
    void shouldGrantRetriesUntilThereWereEnough() throws Exception {
        handler = (task, arguments) -> {
            throw new RetryException(Duration.ofSeconds(1), new IllegalStateException("busy"));
        };

        begin(Messages.of("t.work").header("retries", "2"));
        assertThat(next().outcome()).isEqualTo(Outcome.RETRIED);

        begin(Messages.of("t.work").header("retries", "3"));
        assertThat(result(next())).contains("FAILURE", "busy");
    }

    @Test
    void shouldInterruptATaskAtItsSoftLimit() throws Exception {
        handler = (task, arguments) -> sleepUntilInterrupted();

        begin(Messages.of("t.work").header("timelimit", "[null, 0.05]"));

        assertThat(result(next())).contains("SoftTimeLimitExceeded");
    }

    @Test
    void shouldEndATaskAtItsHardLimitEvenIfItDoesNotStop() throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        handler = (task, arguments) -> {
            while (stop.getCount() > 0) {
                Thread.onSpinWait();
            }
            return null;
        };

        begin(Messages.of("t.work").header("timelimit", "[0.05, null]"));

        assertThat(result(next())).contains("TimeLimitExceeded");
        assertThat(workshop.busy()).isEqualTo(1);
        stop.countDown();
        await().until(() -> workshop.busy() == 0);
        assertThat(done).isEmpty();
    }

    @Test
    void shouldGiveUpWhatRunsAndSayNothingMoreOfIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        handler = (task, arguments) -> {
            begun.countDown();
            return sleepUntilInterrupted();
        };
        begin(Messages.of("t.work"));
        begun.await();

        assertThat(workshop.giveUp()).isEqualTo(1);

        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(workshop.awaitIdle(Duration.ofSeconds(5))).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void shouldStopWhatIsRevokedWhileItRuns() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        handler = (task, arguments) -> {
            begun.countDown();
            return sleepUntilInterrupted();
        };
        begin(Messages.of("t.work"));
        begun.await();

        workshop.revoke(new Revocations(3, List.of("another", "id-1")));

        Done one = next();
        assertThat(one.outcome()).isEqualTo(Outcome.REVOKED);
        assertThat(result(one)).contains("\"status\":\"REVOKED\"", "TaskRevokedError", "terminated");
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(workshop.awaitIdle(Duration.ofSeconds(5))).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void shouldNotBeginWhatWasRevokedBefore() throws Exception {
        workshop.revoke(new Revocations(3, List.of("id-1")));

        begin(Messages.of("t.work"));

        Done one = next();
        assertThat(one.outcome()).isEqualTo(Outcome.REVOKED);
        assertThat(result(one)).contains("\"exc_message\":[\"revoked\"]");
    }

    @Test
    void shouldRememberSoMuchThatWasRevokedAndNoMore() throws Exception {
        workshop.revoke(new Revocations(1, List.of("id-1")));
        workshop.revoke(new Revocations(
                50_001, IntStream.range(0, 50_000).mapToObj(i -> "r" + i).toList()));

        begin(Messages.of("t.work"));

        assertThat(next().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(workshop.knownRevoked()).isEqualTo(50_001);
    }

    @Test
    void shouldBuryWhatCantBeRead() throws Exception {
        begin(Messages.of("t.work").body("[1, 2"));

        Done one = next();
        assertThat(one.outcome()).isEqualTo(Outcome.DEAD);
        assertThat(one.finish().followers()).hasSize(1);
    }

    @Test
    void shouldCountNoNamesThatMessagesMakeUp() throws Exception {
        begin(Messages.of("t.whatever"));

        assertThat(next().task()).isEqualTo("(none)");
    }
}
