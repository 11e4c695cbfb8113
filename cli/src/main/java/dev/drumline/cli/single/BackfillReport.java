// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.single;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What {@code drumline backfill -o json} prints.
 *
 * @param occurrences in the window
 * @param fresh of them that were queued now, or would be
 * @param known of them that a backfill queued before
 * @param leftToBeats of them that are still to be fired by the rule
 */
@JsonPropertyOrder({"task", "from", "to", "occurrences", "new", "known", "leftToBeats", "dryRun"})
record BackfillReport(
        String task,
        String from,
        String to,
        int occurrences,
        @JsonProperty("new") int fresh,
        int known,
        int leftToBeats,
        boolean dryRun) {

    String text() {
        return task + ": " + occurrences + " occurrences from " + from + " to " + to + ": " + fresh
                + (dryRun ? " would be queued, " : " queued, ") + known + " known already, " + leftToBeats
                + " left to the beats";
    }
}
