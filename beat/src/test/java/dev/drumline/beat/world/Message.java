// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What the judge wants to know of a message, read from its bytes.
 *
 * @param generation the entry's only argument: which of its definitions this is of
 */
record Message(String entryId, String taskId, long generation, long dueMillis, long enqueuedMillis) {

    static Message read(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        return new Message(
                quoted(text, "\"periodic_task_name\":\""),
                quoted(text, "\"id\":\""),
                number(text, "\"argsrepr\":\"("),
                number(text, "\"drumline_due\":"),
                number(text, "\"drumline_enqueued\":"));
    }

    private static String quoted(String text, String before) {
        int begin = text.indexOf(before) + before.length();
        return text.substring(begin, text.indexOf('"', begin));
    }

    private static long number(String text, String before) {
        int begin = text.indexOf(before) + before.length();
        int end = begin;
        while (Character.isDigit(text.charAt(end))) {
            end++;
        }
        return Long.parseLong(text, begin, end, 10);
    }
}
