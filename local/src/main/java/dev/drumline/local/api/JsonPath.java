// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The part of JSONPath that printer columns use: {@code .a.b}, {@code [0]}, {@code [*]}, {@code ['a.b']}, {@code [?(@.type=="Ready")]}. */
final class JsonPath {

    private static final Pattern STEP = Pattern.compile(
            "\\.([^.\\[]+)|\\[(\\d+)]|\\[(\\*)]|\\['([^']+)']|\\[\\?\\(@\\.([^=!<>\\s]+)\\s*==\\s*[\"']([^\"']*)[\"']\\s*\\)]");

    private final List<Step> steps;

    private JsonPath(List<Step> steps) {
        this.steps = steps;
    }

    static JsonPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text.replace("\\.", "\0"));
        while (matcher.find()) {
            steps.add(step(matcher));
        }
        return new JsonPath(steps);
    }

    List<JsonNode> select(JsonNode root) {
        Stream<JsonNode> found = Stream.of(root);
        for (Step step : steps) {
            found = found.flatMap(step::from);
        }
        return found.filter(node -> !node.isMissingNode()).toList();
    }

    private static Step step(Matcher matcher) {
        String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(4);
        if (name != null) {
            String field = name.replace('\0', '.');
            return field.equals("*") ? JsonPath::children : node -> Stream.of(node.path(field));
        }
        if (matcher.group(2) != null) {
            int index = Integer.parseInt(matcher.group(2));
            return node -> Stream.of(node.path(index));
        }
        if (matcher.group(3) != null) {
            return JsonPath::children;
        }
        String key = matcher.group(5);
        String value = matcher.group(6);
        return node -> children(node).filter(child -> child.path(key).asText("").equals(value));
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private interface Step {
        Stream<JsonNode> from(JsonNode node);
    }
}
