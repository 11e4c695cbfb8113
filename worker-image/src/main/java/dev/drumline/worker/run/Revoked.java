// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.run;

import dev.drumline.broker.work.Revocations;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The tasks that are not to run, as far as this worker has heard; the last 50,000, as many as the broker remembers. */
final class Revoked {

    private static final int MOST = 50_000;

    private final SequencedSet<String> ids = new LinkedHashSet<>();
    private long through;

    synchronized void add(Revocations news) {
        ids.addAll(news.taskIds());
        while (ids.size() > MOST) {
            ids.removeFirst();
        }
        through = Math.max(through, news.through());
    }

    /** {@link Revocations#through} of the last ones. */
    synchronized long through() {
        return through;
    }

    synchronized boolean contains(String taskId) {
        return ids.contains(taskId);
    }
}
