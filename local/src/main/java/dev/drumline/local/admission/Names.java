// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.admission;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Cause;
import dev.drumline.local.store.ResourceType;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for names, by kind, in Kubernetes' own words. */
enum Names {
    SUBDOMAIN(
            253,
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start "
                    + "and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '%s')"),
    LABEL(
            63,
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end "
                    + "with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '%s')"),
    SERVICE(
            63,
            "[a-z]([-a-z0-9]*[a-z0-9])?",
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
                    + "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', "
                    + "regex used for validation is '%s')"),
    PATH_SEGMENT(253, "(?!\\.{1,2}$)[^/%]+", "may not be '.' or '..' nor contain '/' or '%%' (%s)");

    private final int maxLength;
    private final Pattern pattern;
    private final String sentence;

    Names(int maxLength, String regex, String sentence) {
        this.maxLength = maxLength;
        this.pattern = Pattern.compile(regex);
        this.sentence = sentence.formatted(regex);
    }

    static Names of(ResourceType type) {
        if (type.equals(BuiltIn.NAMESPACES)) {
            return LABEL;
        }
        if (type.equals(BuiltIn.SERVICES)) {
            return SERVICE;
        }
        return type.group().equals(BuiltIn.ROLES.group()) ? PATH_SEGMENT : SUBDOMAIN;
    }

    Optional<Cause> check(String name) {
        if (name.isEmpty()) {
            return Optional.of(Cause.required("metadata.name", "name or generateName is required"));
        }
        String wrong = name.length() > maxLength
                ? "must be no more than %d characters".formatted(maxLength)
                : pattern.matcher(name).matches() ? "" : sentence;
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(Cause.invalid("metadata.name", TextNode.valueOf(name), wrong));
    }
}
