// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Everything that can be set from outside, each key once: {@code drumline.beat-image} is {@code DRUMLINE_BEAT_IMAGE}. */
@ConfigMapping(prefix = "drumline")
public interface OperatorSettings {

    /** What a TaskBroker's beats run when it names no image. */
    @WithDefault("drumline/beat:0.1.0")
    String beatImage();

    /** What a WorkerPool's workers run when it names no image. */
    @WithDefault("drumline/worker:0.1.0")
    String workerImage();

    /** Status writes a second that only refresh times, over all resources; at least 1. */
    @WithDefault("50")
    int writeBudget();

    /** How often the schedules in Redis are compared with the resources, whether or not anything looks wrong. */
    @WithDefault("5m")
    Duration patrolInterval();

    /** How long a command to Redis may take before it counts as unanswered. */
    @WithDefault("3s")
    Duration redisTimeout();

    LeaderElection leaderElection();

    /** Which of several operators works. It saves work; safety never depends on it. */
    interface LeaderElection {
        @WithDefault("true")
        boolean enabled();

        /** Name of the Lease, in the operator's own namespace. */
        @WithDefault("drumline-operator")
        String lease();
    }
}
