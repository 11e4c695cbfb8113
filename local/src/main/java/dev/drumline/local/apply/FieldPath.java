// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in an object, spelt as {@code managedFields} spells it: {@code f:name} for a field, {@code k:{"name":"a"}} for
 * an element by its keys, {@code v:"x"} for a member of a set.
 */
record FieldPath(List<String> steps) {

    static final FieldPath ROOT = new FieldPath(List.of());

    FieldPath then(String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(longer);
    }

    boolean startsWith(FieldPath prefix) {
        return steps.size() >= prefix.steps.size()
                && steps.subList(0, prefix.steps.size()).equals(prefix.steps);
    }

    /**
     * Removes the value at this path, and the containers that it leaves empty. A key of a list's element stays, since it
     * goes with its element: without it, paths into the element would lead nowhere.
     */
    void removeFrom(ObjectNode object) {
        if (!isKeyOfElement()) {
            remove(object, 0);
        }
    }

    private boolean isKeyOfElement() {
        if (steps.size() < 2) {
            return false;
        }
        String parent = steps.get(steps.size() - 2);
        String field = steps.getLast().substring(2);
        return parent.startsWith("k:") && Json.parse(parent.substring(2)).has(field);
    }

    private void remove(JsonNode container, int depth) {
        String step = steps.get(depth);
        JsonNode child = child(container, step);
        if (child == null) {
            return;
        }
        boolean last = depth == steps.size() - 1;
        if (!last) {
            remove(child, depth + 1);
        }
        if (last || (child.isContainerNode() && child.isEmpty())) {
            removeChild(container, step, child);
        }
    }

    private static void removeChild(JsonNode container, String step, JsonNode child) {
        if (container instanceof ObjectNode object) {
            object.remove(step.substring(2));
        } else if (container instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                // The very node: an equal one may be another element.
                if (array.get(i) == child) {
                    array.remove(i);
                    return;
                }
            }
        }
    }

    private static JsonNode child(JsonNode container, String step) {
        if (step.startsWith("f:")) {
            return container.get(step.substring(2));
        }
        JsonNode wanted = Json.parse(step.substring(2));
        for (JsonNode element : container) {
            boolean same = step.startsWith("v:") ? element.equals(wanted) : Keys.match(element, wanted);
            if (same) {
                return element;
            }
        }
        return null;
    }

    /** As messages spell it: {@code .spec.containers[name="a"].image}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String step : steps) {
            String rest = step.substring(2);
            switch (step.charAt(0)) {
                case 'f' -> text.append('.').append(rest);
                case 'k' ->
                    text.append('[').append(Keys.describe(Json.parse(rest))).append(']');
                default -> text.append('[').append('=').append(rest).append(']');
            }
        }
        return text.toString();
    }
}
