// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drumline.broker.message.Json;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;

/** Label selectors as a user writes them. */
public final class Selectors {
    private static final JsonMapper MAPPER = Json.MAPPER
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Selectors() {}

    /** @throws IllegalArgumentException with a sentence, when it is none or selects everything */
    public static LabelSelector read(JsonNode json) {
        try {
            LabelSelector selector = MAPPER.treeToValue(json, LabelSelector.class);
            check(selector);
            return selector;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("must be a label selector: " + e.getOriginalMessage(), e);
        }
    }

    private static void check(LabelSelector selector) {
        if (selector.getMatchLabels().isEmpty()
                && selector.getMatchExpressions().isEmpty()) {
            throw new IllegalArgumentException("must name a label, in matchLabels or matchExpressions");
        }
        if (!selector.getMatchExpressions().stream().allMatch(Selectors::isComplete)) {
            throw new IllegalArgumentException(
                    "matchExpressions need key, operator (In, NotIn, Exists, DoesNotExist) and, for the first two, values");
        }
    }

    private static boolean isComplete(LabelSelectorRequirement requirement) {
        return requirement.getKey() != null
                && switch (String.valueOf(requirement.getOperator())) {
                    case "In", "NotIn" -> !requirement.getValues().isEmpty();
                    case "Exists", "DoesNotExist" -> true;
                    default -> false;
                };
    }
}
