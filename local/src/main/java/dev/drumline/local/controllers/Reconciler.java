// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import dev.drumline.local.store.ObjectKey;
import java.time.Duration;
import java.util.Optional;

/** Brings one object's surroundings to the state that it asks for. */
@FunctionalInterface
interface Reconciler {

    /**
     * Does the next step, or finds nothing to do.
     *
     * @return when to look again although nothing changed; empty for never
     */
    Optional<Duration> reconcile(ObjectKey key);
}
