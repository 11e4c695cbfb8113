// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.work.Claimed;
import dev.drumline.worker.Messages;
import dev.drumline.worker.handler.EchoHandler;
import dev.drumline.worker.handler.Handlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriageTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final Triage triage = new Triage(new Handlers(List.of(new EchoHandler())), 3);

    private Verdict verdict(Messages message) {
        return triage.of(message.claimed(), NOW);
    }

    @Test
    void shouldRunATaskThatAHandlerBears() {
        Verdict verdict =
                verdict(Messages.of("drumline.echo").header("retries", "2").body("[[1], {\"a\": 2}, null]"));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Run.class, run -> {
            assertThat(run.job().id()).isEqualTo("id-1");
            assertThat(run.job().retries()).isEqualTo(2);
            assertThat(run.job().message().args()).hasToString("[1]");
            assertThat(run.job().message().kwargs()).hasToString("{\"a\":2}");
        });
    }

    @Test
    void shouldKnowAnUnknownTask() {
        assertThat(verdict(Messages.of("t.unknown"))).isInstanceOf(Verdict.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T08:00:00.001+00:00",
                "2026-11-24T08:00:01Z",
                "2026-11-24T10:00:01+02:00",
                "2026-11-24T08:00:00.123456789Z",
                "2026-11-24 08:00:01",
                "2026-11-24T08:00:01.5"
            })
    void shouldPostponeWhatHasAnEtaToCome(String eta) {
        assertThat(verdict(Messages.of("drumline.echo").header("eta", '"' + eta + '"')))
                .isInstanceOf(Verdict.Postpone.class);
    }

    @Test
    void shouldRunWhatHadItsEta() {
        assertThat(verdict(Messages.of("drumline.echo").header("eta", "\"2026-11-24T08:00:00+00:00\"")))
                .isInstanceOf(Verdict.Run.class);
    }

    @Test
    void shouldLetGoWhatExpired() {
        Messages message = Messages.of("drumline.echo");

        assertThat(verdict(message.header("expires", "\"2026-11-24T07:59:59.999+00:00\"")))
                .isInstanceOf(Verdict.Expired.class);
    }

    @Test
    void shouldExpireRatherThanPostpone() {
        Messages message = Messages.of("drumline.echo")
                .header("eta", "\"2027-01-01T00:00:00Z\"")
                .header("expires", "\"2026-01-01T00:00:00Z\"");

        assertThat(verdict(message)).isInstanceOf(Verdict.Expired.class);
    }

    @Test
    void shouldRefuseWhatWorkersDiedOverTooOften() {
        assertThat(verdict(Messages.of("drumline.echo").deliveries(2))).isInstanceOf(Verdict.Run.class);
        assertThat(verdict(Messages.of("drumline.echo").deliveries(3)))
                .isInstanceOfSatisfying(Verdict.Refuse.class, refuse -> assertThat(refuse.reason())
                        .isEqualTo("workers died over it 3 times"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"callbacks", "errbacks", "chain", "chord"})
    void shouldRefuseWhatItCouldOnlyBreak(String part) {
        Messages message = Messages.of("drumline.echo").body("[[], {}, {\"" + part + "\": [{\"task\": \"t\"}]}]");

        assertThat(verdict(message)).isInstanceOf(Verdict.Refuse.class);
    }

    @Test
    void shouldNotMindEmptyFollowers() {
        Messages message = Messages.of("drumline.echo").body("[[], {}, {\"callbacks\": [], \"chain\": null}]");

        assertThat(verdict(message)).isInstanceOf(Verdict.Run.class);
    }

    @Test
    void shouldSayWhyAMessageCantBeRead() {
        assertThat(triage.of(
                        new Claimed("t", "a", "a", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8), 0), NOW))
                .isInstanceOf(Verdict.Unreadable.class);
        assertThat(verdict(Messages.of("drumline.echo").header("eta", "\"soon\"")))
                .isEqualTo(new Verdict.Unreadable("headers.eta is not a time"));
    }

    @Test
    void shouldReadLimitsInCelerysOrder() {
        Verdict verdict = verdict(Messages.of("drumline.echo").header("timelimit", "[30, 1.5]"));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Run.class, run -> {
            assertThat(run.job().hardLimit()).contains(Duration.ofSeconds(30));
            assertThat(run.job().softLimit()).contains(Duration.ofMillis(1500));
        });
    }
}
