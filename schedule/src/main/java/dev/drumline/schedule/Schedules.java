// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import java.time.zone.ZoneRules;

/** Reads what the user wrote into the function that yields its occurrences. */
public final class Schedules {
    private Schedules() {}

    /**
     * @param identity the entry id, such as {@code namespace/name}: phase and spread are hashes of it
     * @throws NotYetSupportedException for a kind or field of a later version
     * @throws ScheduleException for a rule that is malformed or can never fire
     */
    public static Schedule parse(ScheduleSpec spec, String identity) {
        if (spec.maxRuns() != null) {
            throw new NotYetSupportedException("maxRuns");
        }
        Schedule rule = parseRule(spec.rule(), Zones.parse(spec.timeZone()), identity);
        Schedule spread = spec.spreadSeconds() == null ? rule : Shifted.spread(rule, spec.spreadSeconds(), identity);
        return Bounded.parse(spread, spec.startTime(), spec.endTime());
    }

    private static Schedule parseRule(Rule rule, ZoneRules zone, String identity) {
        return switch (rule) {
            case Rule.Every every -> FixedPeriod.parse(every, identity);
            case Rule.Cron cron -> new ZonedCalendar(CronExpression.parse(cron.expression()), zone);
            case Rule.At at -> SingleInstant.parse(at);
            case Rule.Crontab _, Rule.Solar _, Rule.Rrule _ ->
                throw new NotYetSupportedException("schedule." + rule.kind());
        };
    }
}
