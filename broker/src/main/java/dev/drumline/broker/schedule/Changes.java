// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import java.util.List;

/**
 * Edits since some point of the stream of changes, oldest first.
 *
 * @param lastId where the stream is read on
 */
public record Changes(String lastId, List<Change> changes) {

    /** @param version of the partition's schedules after this edit */
    public record Change(int partition, long version, List<String> ids) {}
}
