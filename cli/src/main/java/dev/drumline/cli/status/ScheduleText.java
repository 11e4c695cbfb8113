// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.status;

import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;

/** A schedule in one short phrase. */
final class ScheduleText {

    private ScheduleText() {}

    static String of(ScheduleSpec spec) {
        String rule =
                switch (spec.rules().getFirst()) {
                    case Rule.Every every -> "every " + every.period();
                    case Rule.Cron cron -> cron.expression();
                    case Rule.At at -> "at " + at.time();
                    default -> spec.rules().getFirst().kind();
                };
        return spec.timeZone() == null ? rule : rule + " " + spec.timeZone();
    }
}
