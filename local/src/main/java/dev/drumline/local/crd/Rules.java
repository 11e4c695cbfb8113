// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cel.runtime.CelEvaluationException;
import dev.drumline.local.store.Cause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The {@code x-kubernetes-validations} of one place in a schema. */
final class Rules {

    private static final Pattern OLD_SELF = Pattern.compile("\\boldSelf\\b");

    private Rules() {}

    /**
     * Runs the rules of one value.
     *
     * @param old the value before, missing when there was none; transition rules need one
     */
    static List<Cause> check(String path, JsonNode schema, JsonNode value, JsonNode old) {
        JsonNode rules = schema.path("x-kubernetes-validations");
        if (rules.isEmpty()) {
            return List.of();
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put("self", CelValues.of(value, schema));
        if (!old.isMissingNode()) {
            variables.put("oldSelf", CelValues.of(old, schema));
        }
        return StreamSupport.stream(rules.spliterator(), false)
                .filter(rule -> variables.containsKey("oldSelf") || !isTransition(rule))
                .flatMap(rule -> check(path, rule, value, variables).stream())
                .toList();
    }

    /** Says what is wrong with a schema's rules, before any object is checked by them. */
    static List<Cause> compile(String path, JsonNode schema) {
        return StreamSupport.stream(schema.path("x-kubernetes-validations").spliterator(), false)
                .flatMap(rule -> compileRule(path, rule).stream())
                .toList();
    }

    private static Optional<Cause> compileRule(String path, JsonNode rule) {
        try {
            Cel.compile(rule.path("rule").asText());
            if (rule.has("messageExpression")) {
                Cel.compile(rule.path("messageExpression").asText());
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(Cause.invalid(path + ".x-kubernetes-validations", rule.path("rule"), e.getMessage()));
        }
    }

    private static boolean isTransition(JsonNode rule) {
        return OLD_SELF.matcher(rule.path("rule").asText()).find();
    }

    private static Optional<Cause> check(String path, JsonNode rule, JsonNode value, Map<String, Object> variables) {
        try {
            if (Boolean.TRUE.equals(Cel.evaluate(rule.path("rule").asText(), variables))) {
                return Optional.empty();
            }
        } catch (CelEvaluationException e) {
            return Optional.of(Cause.invalid(path, value, "rule evaluation error: " + e.getMessage()));
        }
        String place = path + rule.path("fieldPath").asText("");
        String message = message(rule, variables);
        return Optional.of(
                switch (rule.path("reason").asText("")) {
                    case "FieldValueForbidden" -> Cause.forbidden(place, message);
                    case "FieldValueRequired" -> Cause.required(place, message);
                    case "FieldValueDuplicate" -> Cause.duplicate(place, value);
                    default ->
                        Cause.invalid(place, at(value, rule.path("fieldPath").asText("")), message);
                });
    }

    private static JsonNode at(JsonNode value, String fieldPath) {
        JsonNode inner = fieldPath.isEmpty() ? value : value.at(fieldPath.replace('.', '/'));
        return inner instanceof MissingNode ? value : inner;
    }

    private static String message(JsonNode rule, Map<String, Object> variables) {
        String fixed =
                rule.path("message").asText("failed rule: " + rule.path("rule").asText());
        String expression = rule.path("messageExpression").asText("");
        if (expression.isEmpty()) {
            return fixed.strip();
        }
        try {
            return Cel.evaluate(expression, variables) instanceof String text && !text.isBlank() ? text.strip() : fixed;
        } catch (CelEvaluationException e) {
            return fixed;
        }
    }
}
