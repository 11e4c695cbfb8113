// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.next;

import java.time.Instant;
import java.util.List;

/**
 * What {@code drumline next -o json} prints of a task.
 *
 * @param occurrences RFC 3339, UTC
 */
record NextDocument(String namespace, String name, String timeZone, List<String> occurrences) {

    static NextDocument of(Due due) {
        return new NextDocument(
                due.task().name().namespace(),
                due.task().name().name(),
                due.task().timeZone(),
                due.occurrences().stream().map(Instant::toString).toList());
    }
}
