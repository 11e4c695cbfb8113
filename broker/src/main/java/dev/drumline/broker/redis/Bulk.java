// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;

/** One argument of a command. It may be asked for on the connection's thread, and more than once. */
@FunctionalInterface
public interface Bulk {

    byte[] bytes();

    /** Writes it as a bulk string of Redis' protocol: {@code $<length>\r\n<bytes>\r\n}. */
    default void encode(ByteBuf to) {
        byte[] bytes = bytes();
        encodeLength(bytes.length, to);
        to.writeBytes(bytes);
        encodeEnd(to);
    }

    static Bulk of(byte[] bytes) {
        return () -> bytes;
    }

    static Bulk of(String text) {
        return of(Script.arg(text));
    }

    static Bulk of(long number) {
        return of(Script.arg(number));
    }

    static void encodeLength(int length, ByteBuf to) {
        to.writeByte('$').writeBytes(Integer.toString(length).getBytes(US_ASCII));
        encodeEnd(to);
    }

    static void encodeEnd(ByteBuf to) {
        to.writeByte('\r').writeByte('\n');
    }
}
