// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
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
        RedisAsyncCommands<String, byte[]> redis = link.commands();
        String[] keyArray = keys.toArray(String[]::new);
        byte[][] argumentArray = arguments.toArray(byte[][]::new);
        CompletionStage<List<Object>> answer = redis.evalsha(digest, ScriptOutputType.MULTI, keyArray, argumentArray);
        return answer.exceptionallyCompose(fault -> unknownScript(fault)
                ? redis.eval(source, ScriptOutputType.MULTI, keyArray, argumentArray)
                : CompletableFuture.failedFuture(fault));
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
