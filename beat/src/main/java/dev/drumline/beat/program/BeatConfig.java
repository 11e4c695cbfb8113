// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.program;

import dev.drumline.broker.redis.RedisSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What a beat is told by its environment: {@code DRUMLINE_REDIS_URL} and so on. */
@ConfigMapping(prefix = "drumline")
interface BeatConfig {

    Redis redis();

    /** Put before each of Drumline's own keys. */
    @WithDefault("drumline:")
    String keyPrefix();

    /** How many partitions the broker's schedules are divided into; the same for all its beats, for ever. */
    @WithDefault("64")
    int partitions();

    /** The pod's name. */
    @WithDefault("beat")
    String name();

    interface Redis {

        /** {@code redis://host:port/database} */
        String url();

        Optional<String> username();

        Optional<String> password();

        default RedisSettings settings() {
            return new RedisSettings(url(), username(), password(), RedisSettings.DEFAULT_TIMEOUT);
        }
    }
}
