// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.env;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $(NAME)} in env values, command and args; {@code $$(NAME)} stands for itself, an unknown name too. */
public final class VariableExpansion {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\(([A-Za-z_.-][A-Za-z0-9_.-]*)\\)");

    private VariableExpansion() {}

    public static String expand(String text, Map<String, String> variables) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) == null ? "$" : variables.getOrDefault(match.group(1), match.group())));
    }
}
