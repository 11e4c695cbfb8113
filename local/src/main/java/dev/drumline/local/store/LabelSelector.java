// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Label selectors, as text ({@code app=a,tier in (x, y),!old}) and as objects with matchLabels and matchExpressions. */
public final class LabelSelector {

    private static final Pattern SET =
            Pattern.compile("([^\\s,!=()]+)\\s+(in|notin)\\s*\\(([^)]*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern EQUALITY = Pattern.compile("([^\\s,!=()]+)\\s*(==|=|!=)\\s*([^\\s,!=()]*)");
    private static final Pattern EXISTENCE = Pattern.compile("(!?)\\s*([^\\s,!=()]+)");
    private static final Pattern BETWEEN_TERMS = Pattern.compile(",(?![^(]*\\))");

    private LabelSelector() {}

    /** @throws ApiException {@link Reason#BAD_REQUEST} when the text is no selector */
    public static Selector parse(String text) {
        Selector all = Selector.ALL;
        if (text.isBlank()) {
            return all;
        }
        for (String term : BETWEEN_TERMS.split(text)) {
            all = all.and(onLabels(term(term.trim())));
        }
        return all;
    }

    /** The {@code spec.selector} of a Deployment and its kin; an empty one selects everything. */
    public static Selector of(JsonNode selector) {
        Selector all = matching(Metadata.strings(selector.path("matchLabels")));
        for (JsonNode expression : selector.path("matchExpressions")) {
            all = all.and(onLabels(expression(expression)));
        }
        return all;
    }

    /** Objects that bear all of these labels; the {@code spec.selector} of a Service. */
    public static Selector matching(Map<String, String> wanted) {
        return object -> Metadata.labels(object).entrySet().containsAll(wanted.entrySet());
    }

    /** A selector object as text; set expressions without an operator sign are spelt out. */
    public static String print(JsonNode selector) {
        Stream<String> equal = Metadata.strings(selector.path("matchLabels")).entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue());
        Stream<String> expressions = StreamSupport.stream(
                        selector.path("matchExpressions").spliterator(), false)
                .map(LabelSelector::printExpression);
        return Stream.concat(equal, expressions).collect(Collectors.joining(","));
    }

    private static String printExpression(JsonNode expression) {
        String key = expression.path("key").asText();
        return switch (expression.path("operator").asText()) {
            case "Exists" -> key;
            case "DoesNotExist" -> "!" + key;
            default ->
                "%s %s (%s)"
                        .formatted(
                                key,
                                expression.path("operator").asText().toLowerCase(Locale.ROOT),
                                String.join(",", Metadata.texts(expression.path("values"))));
        };
    }

    private static Selector onLabels(Predicate<Map<String, String>> test) {
        return object -> test.test(Metadata.labels(object));
    }

    private static Predicate<Map<String, String>> term(String term) {
        Matcher set = SET.matcher(term);
        if (set.matches()) {
            List<String> values =
                    Arrays.stream(set.group(3).split(",", -1)).map(String::trim).toList();
            return operator(set.group(1), set.group(2).equalsIgnoreCase("in") ? "In" : "NotIn", values);
        }
        Matcher equality = EQUALITY.matcher(term);
        if (equality.matches()) {
            return operator(
                    equality.group(1), equality.group(2).equals("!=") ? "NotIn" : "In", List.of(equality.group(3)));
        }
        Matcher existence = EXISTENCE.matcher(term);
        if (existence.matches()) {
            return operator(existence.group(2), existence.group(1).isEmpty() ? "Exists" : "DoesNotExist", List.of());
        }
        throw ApiException.badRequest("unable to parse requirement: \"%s\"".formatted(term));
    }

    private static Predicate<Map<String, String>> expression(JsonNode expression) {
        List<String> values = Metadata.texts(expression.path("values"));
        return operator(
                expression.path("key").asText(), expression.path("operator").asText(), values);
    }

    private static Predicate<Map<String, String>> operator(String key, String operator, List<String> values) {
        return switch (operator) {
            case "In" -> labels -> labels.containsKey(key) && values.contains(labels.get(key));
            case "NotIn" -> labels -> !labels.containsKey(key) || !values.contains(labels.get(key));
            case "Exists" -> labels -> labels.containsKey(key);
            case "DoesNotExist" -> labels -> !labels.containsKey(key);
            default ->
                throw ApiException.badRequest("\"%s\" is not a valid label selector operator".formatted(operator));
        };
    }
}
