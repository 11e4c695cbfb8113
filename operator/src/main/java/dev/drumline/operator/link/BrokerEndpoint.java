// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.crds.common.SecretRef;
import dev.drumline.crds.taskbroker.RedisSpec;
import dev.drumline.crds.taskbroker.TaskBrokerSpec;
import java.net.URI;
import java.util.Optional;

/**
 * Where a broker is, as its beats and workers are told.
 *
 * @param url {@code redis://host:port/database}, without credentials
 * @param secret name of the Secret with the credentials
 * @param hasUsername whether that Secret names a Redis ACL user
 */
public record BrokerEndpoint(
        String url, Optional<String> secret, boolean hasUsername, String keyPrefix, int partitions) {
    private static final int DEFAULT_PORT = 6379;

    /** @param spec one that was found valid, with {@code redis.url} set */
    public static BrokerEndpoint of(TaskBrokerSpec spec, boolean hasUsername) {
        RedisSpec redis = spec.redis();
        return new BrokerEndpoint(
                url(redis),
                Optional.ofNullable(redis.credentialsSecretRef()).map(SecretRef::name),
                hasUsername,
                redis.keyPrefix(),
                spec.partitions());
    }

    /** Port of Redis. */
    public int port() {
        return URI.create(url).getPort();
    }

    /**
     * The url as it reads outside the broker's namespace: a Service's short name means one of that namespace, and the
     * operator lives in another.
     */
    public String urlOutside(String namespace) {
        URI inside = URI.create(url);
        String host = inside.getHost();
        boolean shortName = host != null && host.matches("[A-Za-z][A-Za-z0-9-]*") && !host.equals("localhost");
        return shortName ? url.replaceFirst("//" + host, "//" + host + "." + namespace) : url;
    }

    private static String url(RedisSpec redis) {
        URI given = URI.create(redis.url());
        int port = given.getPort() < 0 ? DEFAULT_PORT : given.getPort();
        String path = given.getPath() == null || given.getPath().length() < 2 ? "/0" : given.getPath();
        String database = redis.database() == null ? path : "/" + redis.database();
        return given.getScheme() + "://" + given.getAuthority().replaceFirst(":\\d+$", "") + ":" + port + database;
    }
}
