// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drumline.local.store.Admission;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.Cause;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks names and labels. */
public final class MetadataAdmission implements Admission {

    private static final Pattern LABEL_VALUE = Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");
    private static final Pattern LABEL_KEY =
            Pattern.compile("([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final int MAX_LABEL_VALUE = 63;

    @Override
    public ObjectNode admit(ResourceType type, ObjectNode current, ObjectNode proposed, Part part) {
        List<Cause> faults = new ArrayList<>();
        if (current == null) {
            Names.of(type).check(Metadata.name(proposed)).ifPresent(faults::add);
        }
        if (current == null || !Metadata.labels(current).equals(Metadata.labels(proposed))) {
            Metadata.labels(proposed).forEach((key, value) -> label(key, value, faults));
        }
        if (!faults.isEmpty()) {
            throw ApiException.invalid(type, Metadata.name(proposed), faults);
        }
        return proposed;
    }

    private static void label(String key, String value, List<Cause> faults) {
        if (!LABEL_KEY.matcher(key).matches()) {
            faults.add(Cause.invalid(
                    "metadata.labels",
                    TextNode.valueOf(key),
                    "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
                            + "alphanumeric character"));
        }
        if (value.length() > MAX_LABEL_VALUE) {
            faults.add(Cause.invalid(
                    "metadata.labels",
                    TextNode.valueOf(value),
                    "must be no more than %d characters".formatted(MAX_LABEL_VALUE)));
        } else if (!LABEL_VALUE.matcher(value).matches()) {
            faults.add(Cause.invalid(
                    "metadata.labels",
                    TextNode.valueOf(value),
                    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and "
                            + "must start and end with an alphanumeric character"));
        }
    }
}
