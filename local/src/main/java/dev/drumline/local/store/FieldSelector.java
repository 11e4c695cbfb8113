// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Field selectors such as {@code metadata.name=a,status.phase!=Running}. */
public final class FieldSelector {

    private static final Pattern TERM = Pattern.compile("([^\\s!=]+?)\\s*(==|=|!=)\\s*(.*)");

    private FieldSelector() {}

    /**
     * @param supported whether a field such as {@code spec.nodeName} may be selected on
     * @throws ApiException {@link Reason#BAD_REQUEST} when the text is no selector, or for an unsupported field
     */
    public static Selector parse(String text, Predicate<String> supported) {
        Selector all = Selector.ALL;
        if (text.isBlank()) {
            return all;
        }
        for (String term : text.split(",", -1)) {
            Matcher matcher = TERM.matcher(term.trim());
            if (!matcher.matches()) {
                throw ApiException.badRequest("invalid selector: '%s'; can't understand '%s'".formatted(text, term));
            }
            if (!supported.test(matcher.group(1))) {
                throw ApiException.badRequest("field label not supported: " + matcher.group(1));
            }
            all = all.and(compare(matcher.group(1), !matcher.group(2).equals("!="), matcher.group(3)));
        }
        return all;
    }

    private static Selector compare(String field, boolean equal, String value) {
        String pointer = "/" + field.replace('.', '/');
        return object -> text(object.at(pointer)).equals(value) == equal;
    }

    private static String text(JsonNode node) {
        return node.asText("");
    }
}
