// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.health;

import dev.drumline.worker.loop.Pulse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The pulse that the worker feels and the checks read. */
@ApplicationScoped
class PulseSource {

    @Produces
    @Singleton
    Pulse pulse() {
        return new Pulse(System::nanoTime);
    }
}
