// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictaskset;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row: a key that is unique in the set, and any other fields that the template uses. */
@PreserveUnknownFields
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Row(
        @JsonPropertyDescription(
                "Names the row: 1 to 128 characters without spaces. Unique in the set, and among the sets of a broker: "
                        + "of two sets that have it the older one wins. A row of another key is another schedule.")
        @Required
        @Size(min = 1, max = 128)
        String key,

        @JsonIgnore Map<String, JsonNode> fields) {

    public Row {
        fields = fields == null ? new LinkedHashMap<>() : fields;
    }

    @JsonAnySetter
    void put(String name, JsonNode value) {
        fields.put(name, value);
    }

    @JsonAnyGetter
    Map<String, JsonNode> any() {
        return fields;
    }
}
