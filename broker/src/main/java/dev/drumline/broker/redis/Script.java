// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * A Lua script that stands in a file of its own. It is called by its digest and sent whole where Redis does not know
 * it, which is normal after a restart or a failover.
 */
public final class Script {

    private final byte[] source;
    private final String digest;

    private Script(byte[] source, String digest) {
        this.source = source;
        this.digest = digest;
    }

    /** Loads {@code <name>.lua} from the package of {@code owner}. */
    public static Script of(Class<?> owner, String name) {
        String file = name + ".lua";
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no script " + file + " beside " + owner.getName());
            }
            byte[] source = in.readAllBytes();
            return new Script(source, digest(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls the script; its answer is an array, whose texts are {@code byte[]} and whose numbers are {@code Long}. */
    public CompletionStage<List<Object>> call(RedisLink link, List<String> keys, List<byte[]> arguments) {
        return callBulk(link, keys, arguments.stream().map(Bulk::of).toList());
    }

    /** As {@link #call}, with arguments that write themselves. */
    public CompletionStage<List<Object>> callBulk(RedisLink link, List<String> keys, List<Bulk> arguments) {
        return send(link, CommandType.EVALSHA, arg(digest), keys, arguments)
                .exceptionallyCompose(fault -> unknownScript(fault)
                        ? send(link, CommandType.EVAL, source, keys, arguments)
                        : CompletableFuture.failedFuture(fault));
    }

    private static CompletionStage<List<Object>> send(
            RedisLink link, CommandType command, byte[] script, List<String> keys, List<Bulk> arguments) {
        BulkArgs args = new BulkArgs(RedisLink.CODEC, arguments);
        args.add(script).add(keys.size()).addKeys(keys);
        return link.commands().dispatch(command, new NestedMultiOutput<>(RedisLink.CODEC), args);
    }

    private static boolean unknownScript(Throwable fault) {
        Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
        return cause instanceof RedisNoScriptException;
    }

    /** SHA-1, by which Redis knows a script. */
    private static String digest(byte[] source) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(source));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    public static byte[] arg(String value) {
        return value.getBytes(UTF_8);
    }

    public static byte[] arg(long value) {
        return Long.toString(value).getBytes(UTF_8);
    }

    public static String text(Object answer) {
        return answer == null ? null : new String((byte[]) answer, UTF_8);
    }

    public static long number(Object answer) {
        return (Long) answer;
    }

    @SuppressWarnings("unchecked")
    public static List<Object> array(Object answer) {
        return (List<Object>) answer;
    }
}
