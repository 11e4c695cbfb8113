// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import dev.drumline.schedule.spec.Rule;

/**
 * A rule as one JSON object, the same text for the same rule: the kind's own name holds what the user wrote, as in
 * {@code {"every":"10s"}} and {@code {"crontab":{"minute":"0","hour":"9"}}}.
 */
final class RuleJson {

    private RuleJson() {}

    static ObjectNode write(Rule rule) {
        ObjectNode json = Json.object();
        switch (rule) {
            case Rule.Every every -> {
                json.put("every", every.period());
                putIfSet(json, "anchorTime", every.anchorTime());
            }
            case Rule.Cron cron -> json.put("cron", cron.expression());
            case Rule.At at -> json.put("at", at.time());
            case Rule.Crontab crontab -> json.set("crontab", crontab(crontab));
            case Rule.Solar solar ->
                json.set(
                        "solar",
                        Json.object()
                                .put("event", solar.event())
                                .put("latitude", solar.latitude())
                                .put("longitude", solar.longitude()));
            case Rule.Rrule rrule -> json.put("rrule", rrule.text());
        }
        return json;
    }

    /** @throws IllegalArgumentException when the JSON holds no kind that is known here, or a broken one */
    static Rule read(JsonNode json) {
        if (json.has("every")) {
            return new Rule.Every(required(json, "every"), text(json, "anchorTime"));
        }
        if (json.has("cron")) {
            return new Rule.Cron(required(json, "cron"));
        }
        if (json.has("at")) {
            return new Rule.At(required(json, "at"));
        }
        if (json.has("crontab")) {
            return crontab(json.get("crontab"));
        }
        if (json.has("solar")) {
            JsonNode solar = json.get("solar");
            return new Rule.Solar(
                    required(solar, "event"),
                    solar.path("latitude").doubleValue(),
                    solar.path("longitude").doubleValue());
        }
        if (json.has("rrule")) {
            return new Rule.Rrule(required(json, "rrule"));
        }
        throw new IllegalArgumentException("no known kind of schedule in " + json);
    }

    private static ObjectNode crontab(Rule.Crontab crontab) {
        ObjectNode json = Json.object();
        putField(json, "minute", crontab.minute());
        putField(json, "hour", crontab.hour());
        putField(json, "dayOfWeek", crontab.dayOfWeek());
        putField(json, "dayOfMonth", crontab.dayOfMonth());
        putField(json, "monthOfYear", crontab.monthOfYear());
        return json;
    }

    private static Rule.Crontab crontab(JsonNode json) {
        return new Rule.Crontab(
                text(json, "minute"),
                text(json, "hour"),
                text(json, "dayOfWeek"),
                text(json, "dayOfMonth"),
                text(json, "monthOfYear"));
    }

    private static void putField(ObjectNode json, String field, String value) {
        putIfSet(json, field, value.equals(Rule.ANY) ? null : value);
    }

    private static void putIfSet(ObjectNode json, String field, String value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    private static String required(JsonNode json, String field) {
        if (!json.path(field).isTextual()) {
            throw new IllegalArgumentException("no text in " + field + " of " + json);
        }
        return json.get(field).textValue();
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).textValue();
    }
}
