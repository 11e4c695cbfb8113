// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.template;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drumline.broker.message.Json;
import dev.drumline.crds.common.BrokerRef;
import dev.drumline.crds.periodictask.CrontabRule;
import dev.drumline.crds.periodictask.ExceptRule;
import dev.drumline.crds.periodictask.PeriodicTaskSpec;
import dev.drumline.crds.periodictask.ScheduleRule;
import dev.drumline.crds.periodictask.SolarRule;

/**
 * Reads a rendered template as the spec of a PeriodicTask. No API server has looked at it: a field that there is not, which
 * the types themselves ignore, is a mistake here.
 */
final class SpecReader {
    private static final JsonMapper MAPPER = strict();

    private SpecReader() {}

    private static JsonMapper strict() {
        JsonMapper mapper = Json.MAPPER
                .rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
        for (Class<?> type : new Class<?>[] {
            PeriodicTaskSpec.class,
            ScheduleRule.class,
            ExceptRule.class,
            CrontabRule.class,
            SolarRule.class,
            BrokerRef.class
        }) {
            mapper.addMixIn(type, NothingUnknown.class);
        }
        return mapper;
    }

    @JsonIgnoreProperties
    private interface NothingUnknown {}

    static PeriodicTaskSpec read(JsonNode json) throws JsonMappingException {
        try {
            return MAPPER.treeToValue(json, PeriodicTaskSpec.class);
        } catch (JsonMappingException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree has no syntax", e);
        }
    }

    static Fault fault(JsonMappingException e) {
        return new Fault(path(e), sentence(e));
    }

    private static String sentence(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> "there is no such field";
            case InvalidFormatException format -> "can't be " + Json.MAPPER.valueToTree(format.getValue());
            default -> "has the wrong type";
        };
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
