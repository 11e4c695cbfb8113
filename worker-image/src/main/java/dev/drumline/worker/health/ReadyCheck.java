// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.health;

import dev.drumline.worker.loop.Pulse;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A claim went round. */
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {

    private final Pulse pulse;

    ReadyCheck(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("claims").status(pulse.isReady()).build();
    }
}
