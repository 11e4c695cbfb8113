// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import java.util.List;

/**
 * Edits since some point of the stream of changes, oldest first.
 *
 * @param lastId where the stream is read on
 */
public record Changes(String lastId, List<Change> changes) {

    /**
     * @param before the version of the partition's schedules on which this edit follows; 0 when it is the first
     * @param version after this edit: when it was made in microseconds since the epoch, or more
     */
    public record Change(int partition, long before, long version, List<String> ids) {}
}
