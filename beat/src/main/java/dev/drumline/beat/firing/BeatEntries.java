// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import dev.drumline.broker.message.MessageTemplates;
import dev.drumline.broker.schedule.EntryReader;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.schedule.spec.Schedules;

/** Makes stored entries ready to be fired; what several of them have in common they share. */
final class BeatEntries {

    private final EntryReader reader = new EntryReader();
    private final MessageTemplates templates;

    /** @param origin who sends, as messages name it */
    BeatEntries(String origin) {
        this.templates = new MessageTemplates(origin);
    }

    /** @throws IllegalArgumentException, {@link ScheduleException} when it can't be read */
    BeatEntry of(StoredEntry stored) {
        ScheduleEntry entry = reader.read(stored);
        return new BeatEntry(
                Schedules.parse(entry.schedule(), entry.id()),
                templates.of(entry.id(), entry.call(), entry.delivery()),
                entry.policy());
    }
}
