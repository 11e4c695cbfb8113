// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/**
 * The two fields of a Celery message that the bench needs, found without parsing the rest: reading JSON would cost more than
 * what is measured. The entry is the first number in {@code argsrepr}.
 */
final class MessageFields {

    private final Field entry = new Field("\"argsrepr\"");
    private final Field due = new Field("\"drumline_due\"");

    void read(ByteBuffer message) {
        entry.find(message);
        due.find(message);
    }

    int entry() {
        if (entry.value < 0) {
            throw new IllegalStateException("a message without argsrepr is not of this bench");
        }
        return (int) entry.value;
    }

    long dueMillis() {
        return due.value < 0 ? Ledger.UNKNOWN : due.value;
    }

    private static final class Field {

        /** Messages differ in the length of a few values before a field. */
        private static final int SLACK = 32;

        private final byte[] name;
        private int lastAt = SLACK;
        private long value;

        Field(String name) {
            this.name = name.getBytes(US_ASCII);
        }

        void find(ByteBuffer message) {
            int at = indexFrom(message, message.position() + lastAt - SLACK);
            if (at < 0) {
                at = indexFrom(message, message.position());
            }
            if (at < 0) {
                value = -1;
                return;
            }
            lastAt = Math.max(SLACK, at - message.position());
            value = numberAfter(message, at + name.length);
        }

        private int indexFrom(ByteBuffer message, int from) {
            for (int at = from; at <= message.limit() - name.length; at++) {
                if (isAt(message, at)) {
                    return at;
                }
            }
            return -1;
        }

        private boolean isAt(ByteBuffer message, int at) {
            for (int i = 0; i < name.length; i++) {
                if (message.get(at + i) != name[i]) {
                    return false;
                }
            }
            return true;
        }

        private static long numberAfter(ByteBuffer message, int from) {
            int at = from;
            while (!isDigit(message.get(at))) {
                at++;
            }
            long number = 0;
            for (; isDigit(message.get(at)); at++) {
                number = number * 10 + message.get(at) - '0';
            }
            return number;
        }

        private static boolean isDigit(byte character) {
            return character >= '0' && character <= '9';
        }
    }
}
