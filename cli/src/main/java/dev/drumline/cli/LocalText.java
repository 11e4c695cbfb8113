// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** An instant by the clock of a zone, with its offset: {@code 2026-12-24T19:00:00+01:00}, milliseconds where there are some. */
public final class LocalText {
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter TO_THE_MILLISECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

    private LocalText() {}

    public static String of(Instant instant, ZoneId zone) {
        return (instant.getNano() == 0 ? TO_THE_SECOND : TO_THE_MILLISECOND).format(instant.atZone(zone));
    }
}
