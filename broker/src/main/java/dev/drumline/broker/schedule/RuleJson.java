// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.util.List;

/**
 * A schedule's rule as one JSON object, the same text for the same rule: the kind's own name holds what the user wrote,
 * as in {@code {"every":"10s"}} and {@code {"cron":"0 9 * * 1-5","timeZone":"Europe/Berlin"}}.
 */
final class RuleJson {

    private RuleJson() {}

    static ObjectNode write(ScheduleSpec spec) {
        ObjectNode json = Json.object();
        switch (spec.rules().getFirst()) {
            case Rule.Every every -> {
                json.put("every", every.period());
                putIfSet(json, "anchorTime", every.anchorTime());
            }
            case Rule.Cron cron -> json.put("cron", cron.expression());
            case Rule.At at -> json.put("at", at.time());
            default ->
                throw new IllegalArgumentException(
                        "no stored form for " + spec.rules().getFirst().kind());
        }
        putIfSet(json, "timeZone", spec.timeZone());
        putIfSet(json, "startTime", spec.startTime());
        putIfSet(json, "endTime", spec.endTime());
        if (spec.spreadSeconds() != null) {
            json.put("spreadSeconds", spec.spreadSeconds());
        }
        return json;
    }

    /** @throws IllegalArgumentException when the JSON holds no kind that is known here */
    static ScheduleSpec read(JsonNode json) {
        JsonNode spread = json.path("spreadSeconds");
        return new ScheduleSpec(
                List.of(rule(json)),
                null,
                text(json, "timeZone"),
                text(json, "startTime"),
                text(json, "endTime"),
                spread.isInt() ? spread.intValue() : null,
                null,
                null);
    }

    private static Rule rule(JsonNode json) {
        if (json.has("every")) {
            return new Rule.Every(text(json, "every"), text(json, "anchorTime"));
        }
        if (json.has("cron")) {
            return new Rule.Cron(text(json, "cron"));
        }
        if (json.has("at")) {
            return new Rule.At(text(json, "at"));
        }
        throw new IllegalArgumentException("no known kind of schedule in " + json);
    }

    private static void putIfSet(ObjectNode json, String field, String value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).textValue();
    }
}
