// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.Json;
import dev.drumline.schedule.partition.StableHash;

/**
 * A schedule entry as Redis holds it: four lines, {@code <after>\n<rule>\n<way>\n<call>}. The rule stands apart so that the
 * script that writes an edit can see whether it changed; the way (delivery and policy) and the call (task and arguments)
 * stand apart since the first is the same for many entries.
 *
 * @param text the four lines
 */
public record StoredEntry(String id, String text) {
    private static final long DIGEST_SEED = 12;

    /** The rule's line, and those of way and call together, as they go into the script that adds the first one. */
    record Lines(String rule, String task) {}

    /** How occurrences are delivered, and what becomes of those that can't be in time. */
    record Way(Delivery delivery, MissPolicy policy) {}

    static Lines lines(ScheduleEntry entry) {
        try {
            return new Lines(
                    Json.MAPPER.writeValueAsString(ScheduleJson.write(entry.schedule())),
                    Json.MAPPER.writeValueAsString(new Way(entry.delivery(), entry.policy()))
                            + '\n'
                            + Json.MAPPER.writeValueAsString(entry.call()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("entry " + entry.id() + " has no JSON form", e);
        }
    }

    /** As Redis would hold it. */
    public static StoredEntry of(ScheduleEntry entry, Mark after) {
        Lines lines = lines(entry);
        return new StoredEntry(entry.id(), after + "\n" + lines.rule() + '\n' + lines.task());
    }

    /** Occurrences at or before it belong to the past, whatever the rule says. */
    public Mark after() {
        return Mark.parse(text.substring(0, text.indexOf('\n')));
    }

    /** Whether this is what would be stored for the entry, apart from {@link #after}. */
    public boolean says(ScheduleEntry entry) {
        Lines lines = lines(entry);
        return text.endsWith('\n' + lines.rule() + '\n' + lines.task());
    }

    /** 64 bits that tell what is stored from any other entry of that id, apart from {@link #after}; they outlive no program. */
    public long digest() {
        return digest(text.substring(text.indexOf('\n') + 1));
    }

    /** The {@link #digest()} of what would be stored for the entry. */
    public static long digest(ScheduleEntry entry) {
        Lines lines = lines(entry);
        return digest(lines.rule() + '\n' + lines.task());
    }

    private static long digest(String lines) {
        return StableHash.of(lines, DIGEST_SEED);
    }

    /** @throws IllegalArgumentException when the text is no entry */
    public ScheduleEntry entry() {
        return new EntryReader().read(this);
    }
}
