// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Prints a Kubernetes protobuf message as the JSON that it stands for; a few types have a form of their own there. */
final class ProtobufTree {

    /** Messages that their parent's JSON holds field by field. */
    private static final Set<String> INLINE = Set.of(
            "volumeSource", "persistentVolumeSource", "handler", "localObjectReference", "ephemeralContainerCommon");

    private static final Set<String> TIMES = Set.of("Time", "MicroTime");

    private ProtobufTree() {}

    static JsonNode of(Message message) {
        return switch (message.getDescriptorForType().getName()) {
            case "Time" -> TextNode.valueOf(time(message, 0).toString());
            case "MicroTime" ->
                TextNode.valueOf(time(message, ((Number) field(message, "nanos")).longValue())
                        .toString());
            case "Quantity" -> TextNode.valueOf((String) field(message, "string"));
            case "IntOrString" -> intOrString(message);
            case "RawExtension", "JSON" -> raw(message, "raw");
            case "FieldsV1" -> raw(message, "Raw");
            default -> fields(message);
        };
    }

    private static ObjectNode fields(Message message) {
        ObjectNode object = Trees.object();
        message.getAllFields().forEach((field, value) -> {
            if (isUnset(field, value)) {
                return;
            }
            if (INLINE.contains(field.getName())) {
                object.setAll((ObjectNode) of((Message) value));
            } else {
                object.set(field.getName(), value(field, value));
            }
        });
        return object;
    }

    /** Go writes even what is empty, unless it is a pointer; of numbers only a pointer's zero means something. */
    private static boolean isUnset(FieldDescriptor field, Object value) {
        boolean noTime = value instanceof Message message
                && TIMES.contains(message.getDescriptorForType().getName())
                && field(message, "seconds").equals(0L);
        return noTime || value.equals("") || (field.getName().equals("generation") && value.equals(0L));
    }

    private static JsonNode value(FieldDescriptor field, Object value) {
        if (field.isMapField()) {
            ObjectNode map = Trees.object();
            for (Object entry : (List<?>) value) {
                Message pair = (Message) entry;
                FieldDescriptor valueField = pair.getDescriptorForType().findFieldByName("value");
                map.set(field(pair, "key").toString(), single(pair.getField(valueField)));
            }
            return map;
        }
        if (field.isRepeated()) {
            var array = Trees.object().arrayNode();
            ((List<?>) value).forEach(element -> array.add(single(element)));
            return array;
        }
        return single(value);
    }

    private static JsonNode single(Object value) {
        return switch (value) {
            case Message message -> of(message);
            case ByteString bytes -> TextNode.valueOf(Base64.getEncoder().encodeToString(bytes.toByteArray()));
            case Boolean flag -> BooleanNode.valueOf(flag);
            case Double number -> DoubleNode.valueOf(number);
            case Number number -> integer(number.longValue());
            default -> TextNode.valueOf(value.toString());
        };
    }

    private static JsonNode intOrString(Message message) {
        boolean isText = ((Number) field(message, "type")).longValue() == 1;
        return isText
                ? TextNode.valueOf((String) field(message, "strVal"))
                : integer(((Number) field(message, "intVal")).longValue());
    }

    /** As the JSON parser has it: a small number is no long, and would not equal one. */
    private static JsonNode integer(long number) {
        return (int) number == number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    private static JsonNode raw(Message message, String name) {
        return Trees.parse(((ByteString) field(message, name)).toByteArray());
    }

    private static Instant time(Message message, long nanos) {
        return Instant.ofEpochSecond(((Number) field(message, "seconds")).longValue(), nanos);
    }

    private static Object field(Message message, String name) {
        return message.getField(message.getDescriptorForType().findFieldByName(name));
    }
}
