// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.task;

import dev.drumline.broker.message.UnreadableMessageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Times as Celery sends them: Python's isoformat, UTC where no offset is given. */
final class IsoTime {

    private IsoTime() {}

    static Instant read(String header, String text) throws UnreadableMessageException {
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof LocalDateTime local
                    ? local.toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.from(time).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableMessageException("headers." + header + " is not a time");
        }
    }
}
