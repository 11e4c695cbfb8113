// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.template;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import dev.drumline.crds.periodictask.PeriodicTaskSpec;

/** The spec of a PeriodicTask with fields in it, read once and rendered for each row. */
public final class RowTemplate {
    private static final String PATH = "spec.template";

    private final Part spec;
    private final PeriodicTaskSpec outline;

    private RowTemplate(Part spec, PeriodicTaskSpec outline) {
        this.spec = spec;
        this.outline = outline;
    }

    /** @throws TemplateException when it can render no row at all */
    public static RowTemplate read(JsonNode template) {
        Part spec = TemplateReader.read(PATH, template);
        if (spec instanceof Part.Fields fields
                && fields.parts().get("brokerRef") instanceof Part broker
                && !(broker instanceof Part.Constant)) {
            throw new TemplateException(PATH + ".brokerRef", "can't differ from row to row: a set has one broker");
        }
        try {
            return new RowTemplate(spec, SpecReader.read(outline(spec)));
        } catch (JsonMappingException e) {
            Fault fault = SpecReader.fault(e);
            throw new TemplateException(PATH + "." + fault.path(), fault.sentence());
        }
    }

    /** What is the same for every row, with null for all else. */
    public PeriodicTaskSpec outline() {
        return outline;
    }

    /** @throws RowException when the row lacks what is asked for, or something of another type stands there */
    public PeriodicTaskSpec render(ObjectNode row) {
        try {
            return SpecReader.read(spec.render(row));
        } catch (JsonMappingException e) {
            throw new RowException(SpecReader.fault(e).toString());
        }
    }

    /** The constant parts alone. */
    private static JsonNode outline(Part part) {
        return switch (part) {
            case Part.Constant constant -> constant.value();
            case Part.Items items -> {
                ArrayNode outline = Json.array();
                items.parts().stream().filter(RowTemplate::hasConstants).forEach(item -> outline.add(outline(item)));
                yield outline;
            }
            case Part.Fields fields -> {
                ObjectNode outline = Json.object();
                fields.parts().forEach((name, value) -> {
                    if (hasConstants(value)) {
                        outline.set(name, outline(value));
                    }
                });
                yield outline;
            }
            case Part.Field _, Part.Text _ -> throw new IllegalArgumentException("differs from row to row: " + part);
        };
    }

    private static boolean hasConstants(Part part) {
        return !(part instanceof Part.Field || part instanceof Part.Text);
    }
}
