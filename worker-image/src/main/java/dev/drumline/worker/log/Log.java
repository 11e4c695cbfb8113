// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.log;

import java.lang.System.Logger.Level;

/** Writes lines such as {@code Restored the messages of a dead worker  worker=w-1 messages=3}. */
public final class Log {

    private final System.Logger logger;

    private Log(System.Logger logger) {
        this.logger = logger;
    }

    public static Log of(Class<?> owner) {
        return new Log(System.getLogger(owner.getName()));
    }

    /** A decision, with its facts: a {@link Fact} and its value in turn. */
    public void info(String sentence, Object... facts) {
        logger.log(Level.INFO, () -> line(sentence, facts));
    }

    public void warn(String sentence, Object... facts) {
        logger.log(Level.WARNING, () -> line(sentence, facts));
    }

    static String line(String sentence, Object... facts) {
        StringBuilder line = new StringBuilder(sentence);
        for (int i = 0; i + 1 < facts.length; i += 2) {
            line.append(i == 0 ? "  " : " ").append(facts[i]).append('=').append(value(facts[i + 1]));
        }
        return line.toString();
    }

    private static String value(Object value) {
        String text = String.valueOf(value).replace('\n', ' ');
        return text.isEmpty() || text.contains(" ") ? '"' + text.replace("\"", "'") + '"' : text;
    }
}
