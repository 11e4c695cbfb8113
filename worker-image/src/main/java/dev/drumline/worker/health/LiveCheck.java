// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.health;

import dev.drumline.worker.loop.Pulse;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** The loops run, and Redis was heard of lately: what a restart could mend. */
@Liveness
@ApplicationScoped
class LiveCheck implements HealthCheck {

    private final Pulse pulse;

    LiveCheck(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("loops").status(pulse.isLive()).build();
    }
}
