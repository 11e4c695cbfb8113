// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.RedisSettings;
import io.lettuce.core.RedisException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which broker a command speaks to. The password comes from the environment, since arguments can be read by others. */
public final class BrokerOptions {

    @Option(
            names = "--redis",
            paramLabel = "URL",
            defaultValue = "${DRUMLINE_REDIS_URL:-redis://127.0.0.1:6379/0}",
            description = "The broker's Redis (default: $DRUMLINE_REDIS_URL, else redis://127.0.0.1:6379/0). "
                    + "User and password: $DRUMLINE_REDIS_USERNAME, $DRUMLINE_REDIS_PASSWORD.")
    private String url;

    @Option(
            names = "--key-prefix",
            paramLabel = "PREFIX",
            defaultValue = Keys.DEFAULT_PREFIX,
            description = "Drumline's key prefix, as the TaskBroker has it (default: ${DEFAULT-VALUE}).")
    private String keyPrefix;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "64",
            description = "The TaskBroker's number of partitions (default: ${DEFAULT-VALUE}).")
    private int partitions;

    public Keys keys() {
        return new Keys(keyPrefix);
    }

    public int partitions() {
        return partitions;
    }

    public RedisLink open() {
        RedisSettings settings = new RedisSettings(
                url,
                Optional.ofNullable(System.getenv("DRUMLINE_REDIS_USERNAME")),
                Optional.ofNullable(System.getenv("DRUMLINE_REDIS_PASSWORD")),
                RedisSettings.DEFAULT_TIMEOUT);
        try {
            return RedisLink.open(settings, "drumline-cli");
        } catch (RedisException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException("Redis at " + url + " can't be reached: " + cause.getMessage(), e);
        }
    }
}
