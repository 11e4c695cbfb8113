// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

/** How long ago something was, as kubectl writes it: {@code 45s}, {@code 3m20s}, {@code 5h}, {@code 12d}. */
final class Ages {

    private static final String UNKNOWN = "<unknown>";

    private final Instant now;

    Ages(InstantSource clock) {
        this.now = clock.instant();
    }

    String ofObject(JsonNode object) {
        return since(object.path("metadata").path("creationTimestamp").asText(""));
    }

    String since(String timestamp) {
        if (timestamp.isEmpty()) {
            return UNKNOWN;
        }
        try {
            return print(Duration.between(OffsetDateTime.parse(timestamp).toInstant(), now));
        } catch (DateTimeException e) {
            return "<invalid>";
        }
    }

    static String print(Duration age) {
        if (age.toSeconds() < -1) {
            return "<invalid>";
        }
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        }
        if (seconds < 600) {
            return withRest(age.toMinutes(), "m", age.toSecondsPart(), "s");
        }
        if (age.toHours() < 3) {
            return age.toMinutes() + "m";
        }
        if (age.toHours() < 8) {
            return withRest(age.toHours(), "h", age.toMinutesPart(), "m");
        }
        if (age.toHours() < 48) {
            return age.toHours() + "h";
        }
        return age.toDays() < 8 ? withRest(age.toDays(), "d", age.toHoursPart(), "h") : age.toDays() + "d";
    }

    private static String withRest(long count, String unit, long rest, String restUnit) {
        return rest == 0 ? count + unit : count + unit + rest + restUnit;
    }
}
