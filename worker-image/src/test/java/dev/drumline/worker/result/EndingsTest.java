// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.MessageReader;
import dev.drumline.broker.message.TaskMessage;
import dev.drumline.broker.work.Finish;
import dev.drumline.broker.work.Follower;
import dev.drumline.worker.Messages;
import dev.drumline.worker.task.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.5Z");

    private final Endings endings = new Endings(Duration.ofDays(1), 1);
    private final Messages message = Messages.of("t.add").header("retries", "1");

    private Job job() throws Exception {
        return new Job(message.claimed(), MessageReader.read(message.claimed().raw()));
    }

    private String json(Ending ending) throws Exception {
        return new String(
                endings.of(job(), ending, NOW).result().orElseThrow().json(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void shouldWriteASuccessAsCeleryDoes() throws Exception {
        Finish finish = endings.of(job(), new Ending.Succeeded(IntNode.valueOf(4)), NOW);

        assertThat(finish.tag()).isEqualTo("tag-1");
        assertThat(finish.followers()).isEmpty();
        assertThat(finish.result().orElseThrow().keepSeconds()).isEqualTo(86_400);
        assertThat(json(new Ending.Succeeded(IntNode.valueOf(4))))
                .isEqualTo("{\"status\":\"SUCCESS\",\"result\":4,\"traceback\":null,\"children\":[],"
                        + "\"date_done\":\"2026-11-24T08:00:00.500000+00:00\",\"task_id\":\"id-1\"}");
    }

    @Test
    void shouldWriteAFailureThatPythonRaisesAgain() throws Exception {
        JsonNode meta = Json.MAPPER.readTree(json(new Ending.Failed(Failure.of(new IllegalStateException("boom")))));

        assertThat(meta.get("status").asText()).isEqualTo("FAILURE");
        assertThat(meta.get("result"))
                .hasToString("{\"exc_type\":\"IllegalStateException\",\"exc_message\":[\"boom\"],"
                        + "\"exc_module\":\"java.lang\"}");
        assertThat(meta.get("traceback").asText())
                .startsWith("java.lang.IllegalStateException: boom\n    at dev.drumline.worker.result.EndingsTest");
    }

    @Test
    void shouldWriteAnExpiredTaskAsRevoked() throws Exception {
        assertThat(json(new Ending.Expired()))
                .startsWith("{\"status\":\"REVOKED\",\"result\":{\"exc_type\":\"TaskRevokedError\","
                        + "\"exc_message\":[\"expired\"],\"exc_module\":\"celery.exceptions\"},\"traceback\":null");
    }

    @Test
    void shouldKeepNoResultOfAPostponedTask() throws Exception {
        Finish finish =
                endings.of(job(), new Ending.Postponed(NOW.plusSeconds(5).plusNanos(1)), NOW);

        assertThat(finish.result()).isEmpty();
        assertThat(finish.followers()).singleElement().isInstanceOfSatisfying(Follower.Delay.class, delay -> {
            assertThat(delay.due()).isEqualTo(NOW.plusSeconds(5).plusMillis(1));
            assertThat(delay.list()).isEqualTo("a");
            assertThat(delay.message()).isEqualTo(message.claimed().raw());
        });
    }

    @Test
    void shouldRetryUnderTheSameIdWithOneMoreRetryAndATagOfItsOwn() throws Exception {
        Failure reason = Failure.of(new IllegalStateException("not yet"));

        Finish finish = endings.of(job(), new Ending.Retried(reason, NOW.plusSeconds(5)), NOW);

        assertThat(json(new Ending.Retried(reason, NOW))).contains("\"status\":\"RETRY\"", "\"date_done\":null");
        Follower.Delay delay = (Follower.Delay) finish.followers().getFirst();
        TaskMessage retried = MessageReader.read(delay.message());
        assertThat(retried.id()).isEqualTo("id-1");
        assertThat(retried.retries()).isEqualTo(2);
        assertThat(retried.header("eta")).contains("2026-11-24T08:00:05.500Z");
        assertThat(retried.properties().path("delivery_tag").asText()).isEqualTo("id-1.2");
    }

    @Test
    void shouldBuryWhatIsRefusedAndFailIt() throws Exception {
        Finish finish = endings.of(job(), new Ending.Refused(Failure.ofCelery("WorkerLostError", "died 5 times")), NOW);

        assertThat(finish.result()).isPresent();
        assertThat(finish.followers()).singleElement().isInstanceOfSatisfying(Follower.Bury.class, bury -> assertThat(
                        bury.reason())
                .isEqualTo("died 5 times"));
    }

    @Test
    void shouldTellTheEntryThatWaitsForTheEndAndOnlyThen() throws Exception {
        message.header("periodic_task_name", "\"ns/slow\"").header("drumline_concurrency", "\"Forbid\"");
        Failure failure = Failure.ofCelery("WorkerLostError", "died");

        for (Ending end : List.of(
                new Ending.Succeeded(IntNode.valueOf(4)),
                new Ending.Failed(failure),
                new Ending.TimedOut(Duration.ofSeconds(1)),
                new Ending.Expired(),
                Ending.Revoked.whileRunning(),
                new Ending.Refused(failure))) {
            assertThat(endings.of(job(), end, NOW).followers()).contains(new Follower.Free("ns/slow", "id-1"));
        }
        for (Ending goesOn : List.of(new Ending.Postponed(NOW), new Ending.Retried(failure, NOW))) {
            assertThat(endings.of(job(), goesOn, NOW).followers()).hasOnlyElementsOfType(Follower.Delay.class);
        }
    }

    @Test
    void shouldTellNobodyOfTasksThatNobodyWaitsFor() throws Exception {
        message.header("periodic_task_name", "\"ns/slow\"");

        assertThat(endings.of(job(), new Ending.Succeeded(IntNode.valueOf(4)), NOW)
                        .followers())
                .isEmpty();
    }

    @Test
    void shouldStoreNothingForASenderThatIgnoresResults() throws Exception {
        message.header("ignore_result", "true");

        assertThat(endings.of(job(), new Ending.Succeeded(IntNode.valueOf(4)), NOW)
                        .result())
                .isEmpty();
    }

    @Test
    void shouldNeverNameAPythonModuleByChance() {
        class InThisPackage extends Exception {}

        assertThat(Failure.of(new InThisPackage()).module()).isEqualTo("dev.drumline.worker.result");
        assertThat(Failure.of(new InThisPackage()).message()).isEqualTo(List.of());
        assertThat(Failure.of(new RuntimeException() {}).type()).isEqualTo("Exception");
    }
}
