// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a worker is told. The environment variable of {@code redis().url()} is DRUMLINE_REDIS_URL, and so on. */
@ConfigMapping(prefix = "drumline")
public interface WorkerConfig {

    Redis redis();

    /** This process, such as its pod's name; the host's name by default. */
    @WithDefault("${HOSTNAME:worker}")
    String name();

    /** Before each of Drumline's own keys. */
    @WithDefault("drumline:")
    String keyPrefix();

    /** namespace/name of the WorkerPool, for the status. */
    Optional<String> pool();

    /** Served in this order among messages of like priority; 1 to 64. */
    List<String> queues();

    /** How many tasks run at once; 1 to 1000. */
    @WithDefault("8")
    int concurrency();

    /** How often workers may begin a message that they then die over, before it is set aside; 1 to 100. */
    @WithDefault("5")
    int maxDeliveries();

    /** From SIGTERM to the end; running tasks have most of it, the last three seconds are for giving back. */
    @WithDefault("30")
    int gracePeriodSeconds();

    /** A folder with jars of handlers. */
    Optional<Path> handlers();

    /** How many partitions the broker has, at most: over these delayed messages are spread. */
    @WithDefault("1")
    int partitions();

    /** How long results are kept; 0: for ever. */
    @WithDefault("86400")
    int resultExpiresSeconds();

    /** The time limit of a task whose message sets none; none by default, as in Celery. */
    Optional<Integer> taskTimeLimitSeconds();

    /** Where the broker is. */
    interface Redis {

        /** redis://host:port/database */
        String url();

        Optional<String> username();

        Optional<String> password();

        /** How long a command may wait for its answer, in milliseconds. */
        @WithName("timeout-millis")
        @WithDefault("3000")
        int timeoutMillis();
    }
}
