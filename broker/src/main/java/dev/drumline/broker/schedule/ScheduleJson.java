// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import dev.drumline.schedule.spec.Exclusion;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A schedule as one JSON object, the same text for the same schedule. A single rule stands in it as it is, as in
 * {@code {"cron":"0 9 * * 1-5","timeZone":"Europe/Berlin"}}; several are the list {@code schedules}.
 */
final class ScheduleJson {
    private static final int MINUTE = 60;

    private ScheduleJson() {}

    static ObjectNode write(ScheduleSpec spec) {
        ObjectNode json = Json.object();
        if (spec.rules().size() == 1) {
            json = RuleJson.write(spec.rules().getFirst());
        } else {
            spec.rules().stream().map(RuleJson::write).forEach(json.putArray("schedules")::add);
        }
        if (!spec.except().isEmpty()) {
            spec.except().stream().map(ScheduleJson::write).forEach(json.putArray("except")::add);
        }
        putIfSet(json, "timeZone", spec.timeZone());
        putIfSet(json, "startTime", spec.startTime());
        putIfSet(json, "endTime", spec.endTime());
        putIfSet(json, "spreadSeconds", spec.spreadSeconds());
        putIfSet(json, "maxRuns", spec.maxRuns());
        putIfSet(json, "countedFrom", spec.countedFrom());
        return json;
    }

    /** @throws IllegalArgumentException when the JSON holds a kind that is not known here, or none */
    static ScheduleSpec read(JsonNode json) {
        boolean listed = json.has("schedules");
        List<Rule> rules =
                listed ? elements(json, "schedules").map(RuleJson::read).toList() : List.of(RuleJson.read(json));
        return new ScheduleSpec(
                rules,
                listed,
                elements(json, "except").map(ScheduleJson::exclusion).toList(),
                text(json, "timeZone"),
                text(json, "startTime"),
                text(json, "endTime"),
                number(json, "spreadSeconds"),
                number(json, "maxRuns"),
                text(json, "countedFrom"));
    }

    private static ObjectNode write(Exclusion exclusion) {
        ObjectNode json = RuleJson.write(exclusion.rule());
        return exclusion.forSeconds() == MINUTE ? json : json.put("forSeconds", exclusion.forSeconds());
    }

    private static Exclusion exclusion(JsonNode json) {
        return new Exclusion(RuleJson.read(json), number(json, "forSeconds"));
    }

    private static Stream<JsonNode> elements(JsonNode json, String field) {
        return StreamSupport.stream(json.path(field).spliterator(), false);
    }

    private static void putIfSet(ObjectNode json, String field, String value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    private static void putIfSet(ObjectNode json, String field, Integer value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).textValue();
    }

    private static Integer number(JsonNode json, String field) {
        JsonNode number = json.path(field);
        return number.isInt() ? number.intValue() : null;
    }
}
