// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Names for a worker in the broker: its pod's, and a random part. A restarted container has its pod's name again, but
 * must not take over what its dead forerunner held.
 */
final class WorkerNames implements Supplier<String> {

    private final String pod;

    WorkerNames(String pod) {
        this.pod = pod;
    }

    @Override
    public String get() {
        return pod + "." + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36, 36 * 36 * 36 * 36), 36);
    }
}
