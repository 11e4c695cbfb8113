// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * One connection to Redis that reconnects by itself and repeats nothing: a command whose answer was lost ends in an
 * exception, and the caller reads the state again. While the connection is down every command fails at once. A server that
 * is silent for as long as a command may take is left, and Sentinel, where there is one, is asked anew who the primary is.
 *
 * <p>Keys are text; values are bytes, since messages are other people's and stay as they are.
 */
public final class RedisLink implements AutoCloseable {

    static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private static final Duration LONGEST_RECONNECT_DELAY = Duration.ofMillis(500);

    private final ClientResources resources;
    private final RedisClient client;
    private final StatefulRedisConnection<String, byte[]> connection;
    private final int database;

    private RedisLink(ClientResources resources, RedisClient client, int database) {
        this.resources = resources;
        this.client = client;
        this.connection = client.connect(CODEC);
        this.database = database;
    }

    /**
     * Connects.
     *
     * @param clientName shown by {@code CLIENT LIST}; no spaces
     * @throws io.lettuce.core.RedisException when Redis can't be reached or refuses the credentials
     */
    public static RedisLink open(RedisSettings settings, String clientName) {
        ClientResources resources = DefaultClientResources.builder()
                // The JVM's resolver, as everything else uses it: Lettuce would prefer Netty's own where that is
                // present.
                .addressResolverGroup(DefaultAddressResolverGroup.INSTANCE)
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .nettyCustomizer(new NettyCustomizer() {
                    @Override
                    public void afterChannelInitialized(Channel channel) {
                        channel.pipeline().addFirst(new SilenceWatch(settings.timeout()));
                    }
                })
                .reconnectDelay(() ->
                        Delay.fullJitter(Duration.ofMillis(10), LONGEST_RECONNECT_DELAY, 10, TimeUnit.MILLISECONDS))
                .build();
        RedisURI uri = settings.uri(clientName);
        RedisClient client = RedisClient.create(resources, uri);
        client.setOptions(options(settings.timeout()));
        try {
            return new RedisLink(resources, client, uri.getDatabase());
        } catch (RuntimeException e) {
            shutdown(client, resources);
            throw e;
        }
    }

    private static ClientOptions options(Duration timeout) {
        return ClientOptions.builder()
                // A command sent before a reconnect may have been carried out: only its caller can know what to do.
                .replayFilter(command -> true)
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(timeout))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build())
                .build();
    }

    public RedisAsyncCommands<String, byte[]> commands() {
        return connection.async();
    }

    /** Redis' own time, in milliseconds since the epoch. */
    public CompletionStage<Long> millis() {
        return commands().time().thenApply(time -> decimal(time.get(0)) * 1_000 + decimal(time.get(1)) / 1_000);
    }

    private static long decimal(byte[] digits) {
        return Long.parseLong(Script.text(digits));
    }

    /** The number of the database, which channels of Celery bear in their names. */
    public int database() {
        return database;
    }

    public boolean isOpen() {
        return connection.isOpen();
    }

    @Override
    public void close() {
        connection.close();
        shutdown(client, resources);
    }

    private static void shutdown(RedisClient client, ClientResources resources) {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown(0, 2, TimeUnit.SECONDS);
    }
}
