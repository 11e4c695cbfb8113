// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.drumline.crds.periodictask.PeriodicTaskSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a spec as kubectl has the API server read it: every field must be known and of its type. */
final class StrictSpec {

    private static final ObjectReader READER = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, StrictSpec::refuseOtherScalars)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build()
            .readerFor(PeriodicTaskSpec.class);

    private StrictSpec() {}

    static PeriodicTaskSpec read(JsonNode spec) {
        List<String> unknown = UnknownFields.in(spec, PeriodicTaskSpec.class, "spec");
        if (!unknown.isEmpty()) {
            throw new RefusedException(unknown.stream()
                    .map(path -> "unknown field \"" + path + '"')
                    .toList());
        }
        try {
            return READER.readValue(spec);
        } catch (JsonProcessingException e) {
            throw new RefusedException(List.of(sentence(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseOtherScalars(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static String sentence(JsonProcessingException fault) {
        String path = fault instanceof JsonMappingException mapping ? path(mapping) : "spec";
        return fault instanceof MismatchedInputException mismatch
                ? path + ": must be " + kind(mismatch.getTargetType())
                : path + ": " + fault.getOriginalMessage();
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Stream.of(type.getFields())
                            .filter(Field::isEnumConstant)
                            .map(constant ->
                                    constant.getAnnotation(JsonProperty.class).value())
                            .collect(Collectors.joining(", "));
        }
        if (Number.class.isAssignableFrom(type)) {
            return type == Double.class ? "a number" : "a whole number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        return type == String.class ? "a string" : Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String path(JsonMappingException fault) {
        return "spec"
                + fault.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                        .collect(Collectors.joining());
    }
}
