// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A row as it was found.
 *
 * @param line where it begins, from 1
 * @param fields null when it can't be read, not even its key
 * @param fault why it can't be read, as a sentence
 */
public record SourceRow(int line, ObjectNode fields, Optional<String> fault) {
    static SourceRow of(int line, ObjectNode fields) {
        return new SourceRow(line, fields, Optional.empty());
    }

    static SourceRow unreadable(int line, String fault) {
        return new SourceRow(line, null, Optional.of(fault));
    }
}
