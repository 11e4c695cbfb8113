// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.crds.common.SecretRef;
import dev.drumline.crds.taskbroker.RedisSpec;
import dev.drumline.crds.taskbroker.SentinelSpec;
import dev.drumline.crds.taskbroker.TaskBrokerSpec;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Where a broker is, as its beats and workers are told.
 *
 * @param url {@code redis://host:port/database}, or {@code redis-sentinel://host:port,host:port/database#master}; without credentials
 * @param secret name of the Secret with the credentials
 * @param hasUsername whether that Secret names a Redis ACL user
 */
public record BrokerEndpoint(
        String url, Optional<String> secret, boolean hasUsername, String keyPrefix, int partitions) {
    private static final String SENTINEL = "redis-sentinel";

    /** A host without a dot, and its port; an address is none. */
    private static final String SHORT_NAME = "^(?!localhost:)([A-Za-z][A-Za-z0-9-]*)(:\\d+)$";

    private static final int REDIS_PORT = 6379;
    private static final int SENTINEL_PORT = 26379;

    /** @param spec one that was found valid */
    public static BrokerEndpoint of(TaskBrokerSpec spec, boolean hasUsername) {
        RedisSpec redis = spec.redis();
        return new BrokerEndpoint(
                url(redis),
                Optional.ofNullable(redis.credentialsSecretRef()).map(SecretRef::name),
                hasUsername,
                redis.keyPrefix(),
                spec.partitions());
    }

    /** Of Redis; with Sentinels theirs, and the one that a primary has unless it was told another. */
    public Set<Integer> ports() {
        Set<Integer> ports = new TreeSet<>();
        nodes().forEach(node -> ports.add(Integer.valueOf(node.substring(node.lastIndexOf(':') + 1))));
        if (isSentinel()) {
            ports.add(REDIS_PORT);
        }
        return ports;
    }

    /** The name of the primary among those that the Sentinels watch. */
    public Optional<String> masterName() {
        return Optional.ofNullable(URI.create(url).getFragment());
    }

    /**
     * The url as Celery reads it.
     *
     * @param credentials such as {@code user:password@}, or empty
     */
    public String celeryUrl(String credentials) {
        if (!isSentinel()) {
            return url.replaceFirst("://", Matcher.quoteReplacement("://" + credentials));
        }
        String path = URI.create(url).getPath();
        return nodes().stream()
                .map(node -> "sentinel://" + credentials + node + path)
                .collect(Collectors.joining(";"));
    }

    /**
     * The url as it reads outside the broker's namespace: a Service's short name means one of that namespace, and the
     * operator lives in another.
     */
    public String urlOutside(String namespace) {
        String outside = nodes().stream()
                .map(node -> node.replaceFirst(SHORT_NAME, "$1." + namespace + "$2"))
                .collect(Collectors.joining(","));
        return url.replace(URI.create(url).getAuthority(), outside);
    }

    private List<String> nodes() {
        return List.of(URI.create(url).getAuthority().split(","));
    }

    private boolean isSentinel() {
        return url.startsWith(SENTINEL);
    }

    private static String url(RedisSpec redis) {
        return redis.sentinel() == null ? urlOf(redis) : urlOf(redis.sentinel(), redis.database());
    }

    private static String urlOf(RedisSpec redis) {
        URI given = URI.create(redis.url());
        String path = given.getPath() == null || given.getPath().length() < 2 ? "/0" : given.getPath();
        String database = redis.database() == null ? path : "/" + redis.database();
        return given.getScheme() + "://" + withPort(given.getAuthority(), REDIS_PORT) + database;
    }

    private static String urlOf(SentinelSpec sentinel, Integer database) {
        return sentinel.nodes().stream()
                        .map(node -> withPort(node, SENTINEL_PORT))
                        .collect(Collectors.joining(",", SENTINEL + "://", ""))
                + "/" + (database == null ? 0 : database) + "#" + sentinel.masterName();
    }

    private static String withPort(String node, int port) {
        return node.matches(".*:\\d+") ? node : node.replaceFirst(":$", "") + ":" + port;
    }
}
