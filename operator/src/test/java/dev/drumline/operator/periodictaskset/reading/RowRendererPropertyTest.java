// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.operator.periodictaskset.ledger.RenderedRow;
import dev.drumline.operator.periodictaskset.ledger.SetId;
import dev.drumline.operator.periodictaskset.template.RowException;
import dev.drumline.operator.periodictaskset.template.RowTemplate;
import dev.drumline.operator.testing.Yaml;
import dev.drumline.schedule.spec.MinimumPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a row, it becomes an entry or is refused with a sentence. */
class RowRendererPropertyTest {
    private static final SetId SET = new SetId("2026-03-01T00:00:00Z", "shop", "checks", "u1");

    @Property(tries = 2_000)
    void shouldRenderOrRefuseWhateverStandsInAnyField(@ForAll("fields") String field, @ForAll("values") String value) {
        ObjectNode template = Yaml.read(
                "---\nschedule: {every: 10s}\ntask: check\nargs: [a]\nkwargs: {a: b}\nheaders: {a: b}\n",
                ObjectNode.class);
        put(template, field.split("\\."), 0);
        var renderer = new RowRenderer(RowTemplate.read(template), SET, MinimumPeriod.LEAST);
        try {
            RenderedRow.Wish wish = renderer.render("key", row(value));
            assertThat(StoredEntry.digest(wish.entry())).isNotZero();
        } catch (RowException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    /** The field in the template's place becomes the row's value. */
    private static void put(ObjectNode template, String[] path, int at) {
        if (at == path.length - 1) {
            template.put(path[at], "{{value}}");
        } else {
            put(template.putObject(path[at]), path, at + 1);
        }
    }

    private static ObjectNode row(String value) {
        ObjectNode row = Json.object();
        try {
            row.set("value", Json.MAPPER.readTree(value));
        } catch (Exception e) {
            row.put("value", value);
        }
        return row;
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(
                "schedule",
                "schedule.every",
                "schedule.cron",
                "schedule.at",
                "schedule.rrule",
                "schedule.crontab",
                "schedule.crontab.minute",
                "schedule.solar",
                "schedule.solar.event",
                "schedules",
                "except",
                "timeZone",
                "spreadSeconds",
                "startTime",
                "endTime",
                "maxRuns",
                "suspend",
                "startingDeadlineSeconds",
                "catchUp",
                "concurrencyPolicy",
                "task",
                "args",
                "kwargs",
                "queue",
                "priority",
                "expiresSeconds",
                "headers",
                "headers.a",
                "ignoreResult",
                "timeLimitSeconds",
                "softTimeLimitSeconds");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().withChars("0123456789*/-,: @hmsTZ").ofMaxLength(20),
                Arbitraries.integers().map(String::valueOf),
                Arbitraries.of(
                        "null",
                        "true",
                        "1.5",
                        "1e400",
                        "-0",
                        "99999999999999999999",
                        "[]",
                        "[null]",
                        "{}",
                        "{\"every\":null}",
                        "{\"every\":\"10s\",\"cron\":\"* * * * *\"}",
                        "[{\"every\":\"10s\"},null]",
                        "{\"minute\":[1]}",
                        "{\"a\":null}",
                        "{\"id\":\"x\"}",
                        "[\"\\ud800\"]",
                        "\"\\u0000\"",
                        "10s",
                        "0 0 31 2 *",
                        "2026-01-01T00:00:00Z",
                        "+999999999-12-31T23:59:59Z",
                        "FREQ=SECONDLY;INTERVAL=0",
                        "Europe/Berlin"));
    }
}
