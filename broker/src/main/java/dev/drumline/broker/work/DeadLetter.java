// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A message that was set aside. As an element of {@code dead:<queue>} it is one line, {@code <epoch ms> <list>
 * <reason>}, and behind it the message's bytes as they were.
 */
@SuppressWarnings("ArrayRecordComponent")
public record DeadLetter(Instant time, String list, String reason, byte[] message) {

    /** Empty when the element is in another form. */
    public static Optional<DeadLetter> read(byte[] element) {
        int end = indexOf(element, (byte) '\n');
        if (end < 0) {
            return Optional.empty();
        }
        String[] words = new String(element, 0, end, UTF_8).split(" ", 3);
        if (words.length < 3 || !words[0].matches("[0-9]{1,15}")) {
            return Optional.empty();
        }
        byte[] message = Arrays.copyOfRange(element, end + 1, element.length);
        return Optional.of(new DeadLetter(Instant.ofEpochMilli(Long.parseLong(words[0])), words[1], words[2], message));
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
