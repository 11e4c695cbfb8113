// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictaskset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** A template and the rows to render it with. */
@ValidationRule(value = "has(self.items) || has(self.itemsFrom)", message = "set items, itemsFrom or both")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodicTaskSetSpec(
        @JsonPropertyDescription("""
                A PeriodicTask spec (see kubectl explain pt.spec) in which string values may hold \
                {{field}}; each row is rendered into one schedule. A value that is one {{field}} and \
                nothing else takes the type of the row's value; {{{{ stands for two braces. \
                brokerRef is the same for all rows. A change rewrites the rows that it affects.""") @Required ObjectNode template,
        @JsonPropertyDescription("""
                Rows, written here: at most 5000. Together with itemsFrom they make up the set.""") @Size(max = 5000) List<Row> items,
        @JsonPropertyDescription("""
                Where more rows are read from.""") ItemsFrom itemsFrom) {
    public PeriodicTaskSetSpec {
        items = items == null ? null : List.copyOf(items);
    }
}
