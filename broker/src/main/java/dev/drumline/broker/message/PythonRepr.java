// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** Arguments as Python would print them: what Celery's logs, events and Flower show. */
final class PythonRepr {

    /** As celery/app/amqp.py cuts them. */
    private static final int MAX_LENGTH = 1024;

    private PythonRepr() {}

    static String ofArgs(JsonNode args) {
        String inner = args.valueStream().map(PythonRepr::of).collect(Collectors.joining(", "));
        return cut("(" + inner + (args.size() == 1 ? ",)" : ")"));
    }

    static String ofKwargs(JsonNode kwargs) {
        return cut(of(kwargs));
    }

    private static String of(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> quoted(node.textValue());
            case BOOLEAN -> node.booleanValue() ? "True" : "False";
            case NULL, MISSING -> "None";
            case ARRAY -> node.valueStream().map(PythonRepr::of).collect(Collectors.joining(", ", "[", "]"));
            case OBJECT ->
                node.propertyStream()
                        .map(property -> quoted(property.getKey()) + ": " + of(property.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> node.toString();
        };
    }

    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        String escaped = text.replace("\\", "\\\\")
                .replace(String.valueOf(quote), "\\" + quote)
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return quote + escaped + quote;
    }

    private static String cut(String repr) {
        return repr.length() <= MAX_LENGTH ? repr : repr.substring(0, MAX_LENGTH - 3) + "...";
    }
}
