// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.redis;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the broker is and how to enter it.
 *
 * @param url {@code redis://host:port/database}, or {@code redis-sentinel://host:port,host:port/database#master} for the primary
 *     that these Sentinels name; credentials do not belong into it
 * @param timeout how long a command may wait for its answer before its outcome counts as unknown
 */
public record RedisSettings(String url, Optional<String> username, Optional<String> password, Duration timeout) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);

    /** A server that hangs still accepts connections; the next attempt must not wait for it long. */
    private static final Duration GREETING = Duration.ofSeconds(1);

    public static RedisSettings of(String url) {
        return new RedisSettings(url, Optional.empty(), Optional.empty(), DEFAULT_TIMEOUT);
    }

    RedisURI uri(String clientName) {
        RedisURI uri = RedisURI.create(url);
        uri.setTimeout(timeout.compareTo(GREETING) < 0 ? timeout : GREETING);
        uri.setClientName(clientName);
        password.ifPresent(secret -> uri.setCredentialsProvider(
                RedisCredentialsProvider.from(() -> RedisCredentials.just(username.orElse(null), secret))));
        return uri;
    }

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return url;
    }
}
