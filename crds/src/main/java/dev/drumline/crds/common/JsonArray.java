// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.common;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;

/** The schema of free-form JSON arrays: an array of anything. The Java fields stay {@link JsonNode}, so that a bad value is reported rather than unreadable. */
public final class JsonArray extends ArrayList<JsonNode> {
    private static final long serialVersionUID = 1L;

    private JsonArray() {}
}
