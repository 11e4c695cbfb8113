// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the fields in a template. In a text, <code>{{field}}</code> is a field, and <code>{{{{</code> stands for two braces;
 * <code>}}</code> elsewhere is itself.
 */
final class TemplateReader {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final String LITERAL = OPEN + OPEN;

    private TemplateReader() {}

    /** @throws TemplateException naming the place */
    static Part read(String path, JsonNode value) {
        if (value.isObject()) {
            Map<String, Part> parts = new LinkedHashMap<>();
            value.properties()
                    .forEach(field -> parts.put(field.getKey(), read(path + "." + field.getKey(), field.getValue())));
            return areConstant(parts.values())
                    ? new Part.Constant(new Part.Fields(parts).render(null))
                    : new Part.Fields(parts);
        }
        if (value.isArray()) {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                parts.add(read(path + "[" + i + "]", value.get(i)));
            }
            return areConstant(parts) ? new Part.Constant(new Part.Items(parts).render(null)) : new Part.Items(parts);
        }
        return value.isTextual() ? text(path, value.textValue()) : new Part.Constant(value);
    }

    private static boolean areConstant(Iterable<Part> parts) {
        for (Part part : parts) {
            if (!(part instanceof Part.Constant)) {
                return false;
            }
        }
        return true;
    }

    private static Part text(String path, String text) {
        List<Part> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf(OPEN, at);
            literal.append(text, at, open < 0 ? text.length() : open);
            if (open < 0) {
                break;
            }
            if (text.startsWith(LITERAL, open)) {
                literal.append(OPEN);
                at = open + LITERAL.length();
            } else {
                int close = text.indexOf(CLOSE, open);
                addLiteral(pieces, literal);
                pieces.add(new Part.Field(name(path, text, open + OPEN.length(), close)));
                at = close + CLOSE.length();
            }
        }
        addLiteral(pieces, literal);
        return joined(pieces);
    }

    private static Part joined(List<Part> pieces) {
        return switch (pieces.size()) {
            case 0 -> new Part.Constant(TextNode.valueOf(""));
            case 1 -> pieces.getFirst();
            default -> new Part.Text(pieces);
        };
    }

    private static void addLiteral(List<Part> pieces, StringBuilder literal) {
        if (!literal.isEmpty()) {
            pieces.add(new Part.Constant(TextNode.valueOf(literal.toString())));
            literal.setLength(0);
        }
    }

    private static String name(String path, String text, int from, int close) {
        String name = close < 0 ? "" : text.substring(from, close).strip();
        if (name.isEmpty() || name.indexOf('{') >= 0) {
            throw new TemplateException(
                    path,
                    "\"{{\" must be followed by a field's name and \"}}\"; write {{{{ where two braces are meant");
        }
        return name;
    }
}
