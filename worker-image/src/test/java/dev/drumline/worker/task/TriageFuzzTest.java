// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.task;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.work.Claimed;
import dev.drumline.worker.Messages;
import dev.drumline.worker.handler.EchoHandler;
import dev.drumline.worker.handler.Handlers;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class TriageFuzzTest {

    private static final List<String> HEADERS = List.of("eta", "expires", "retries", "timelimit", "ignore_result");

    private final Triage triage = new Triage(new Handlers(List.of(new EchoHandler())), 3);

    private Verdict verdict(byte[] raw) {
        return triage.of(new Claimed("t", "a", "a", raw, 0), Instant.EPOCH);
    }

    @Property(tries = 1000)
    void shouldHaveAVerdictOnAnyBytes(@ForAll byte[] raw) {
        assertThat(verdict(raw)).isInstanceOf(Verdict.Unreadable.class);
    }

    @Property(tries = 2000)
    void shouldHaveAVerdictOnAMessageWithAByteChanged(@ForAll byte changed, @ForAll @IntRange(max = 300) int place) {
        byte[] raw = Messages.of("drumline.echo")
                .body("[[1], {\"a\": {\"__type__\": \"date\", \"__value__\": 1}}, {}]")
                .text()
                .getBytes(ISO_8859_1);
        raw[place % raw.length] = changed;

        assertThat(verdict(raw)).isNotNull();
    }

    @Property(tries = 1000)
    void shouldHaveAVerdictOnAnyArguments(@ForAll @StringLength(max = 60) String body) {
        assertThat(verdict(Messages.of("drumline.echo").body(body).claimed().raw()))
                .isNotNull();
    }

    @Property(tries = 1000)
    void shouldHaveAVerdictOnAnyHeader(
            @ForAll @IntRange(max = 4) int header, @ForAll @Size(max = 3) List<Double> numbers) {
        Messages message = Messages.of("drumline.echo").header(HEADERS.get(header), numbers.toString());

        Verdict verdict = verdict(message.claimed().raw());

        if (verdict instanceof Verdict.Run run) {
            assertThat(run.job().hardLimit()).isNotNull();
            assertThat(run.job().softLimit()).isNotNull();
            assertThat(run.job().ignoresResult()).isIn(true, false);
        }
    }
}
