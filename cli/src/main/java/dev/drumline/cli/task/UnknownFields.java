// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the fields that a record does not have, so that a slip of the pen is told instead of passed over. */
final class UnknownFields {
    private final List<String> paths = new ArrayList<>();

    private UnknownFields() {}

    /** The paths, beginning with {@code path}, in the order of the document. */
    static List<String> in(JsonNode object, Class<? extends Record> type, String path) {
        UnknownFields found = new UnknownFields();
        found.search(object, type, path);
        return found.paths;
    }

    private void search(JsonNode node, Type type, String path) {
        if (type instanceof Class<?> record && record.isRecord()) {
            Map<String, Type> known = Arrays.stream(record.getRecordComponents())
                    .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
            node.properties().forEach(field -> member(field, known, path + "." + field.getKey()));
        } else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            for (int i = 0; i < node.size(); i++) {
                search(node.path(i), list.getActualTypeArguments()[0], path + "[" + i + "]");
            }
        }
    }

    private void member(Map.Entry<String, JsonNode> field, Map<String, Type> known, String path) {
        if (known.containsKey(field.getKey())) {
            search(field.getValue(), known.get(field.getKey()), path);
        } else {
            paths.add(path);
        }
    }
}
