// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import dev.drumline.schedule.ScheduleException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;

/** Time zones by their IANA names alone: no offsets, no abbreviations, nothing of the machine's own. */
final class Zones {
    private Zones() {}

    /** @param name null means UTC */
    static ZoneRules parse(String name) {
        if (name == null) {
            return ZoneId.of("UTC").getRules();
        }
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
            throw new ScheduleException(
                    "timeZone", "unknown time zone \"" + name + "\"; use an IANA name such as Europe/Berlin");
        }
        return ZoneId.of(name).getRules();
    }
}
