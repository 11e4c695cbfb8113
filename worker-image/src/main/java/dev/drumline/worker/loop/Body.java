// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import java.time.Duration;

/** What a loop does over and over. */
@FunctionalInterface
public interface Body {

    /** One round; how long to rest before the next. */
    Duration step() throws InterruptedException;
}
