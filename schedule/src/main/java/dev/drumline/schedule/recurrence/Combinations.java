// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import java.util.EnumSet;
import java.util.Set;

/** Which parts may stand together, by the "MUST NOT"s of RFC 5545 §3.3.10. */
final class Combinations {
    private static final Set<Part> CHOOSING = EnumSet.range(Part.BYMONTH, Part.BYSECOND);
    private static final Set<Part> BESIDE_EASTER = EnumSet.of(
            Part.FREQ,
            Part.INTERVAL,
            Part.COUNT,
            Part.UNTIL,
            Part.WKST,
            Part.BYHOUR,
            Part.BYMINUTE,
            Part.BYSECOND,
            Part.BYEASTER);

    private Combinations() {}

    static void check(RuleText rule) {
        Frequency frequency = rule.frequency();
        if (rule.has(Part.COUNT) && rule.has(Part.UNTIL)) {
            throw RuleText.refused("COUNT and UNTIL: set only one of the two");
        }
        only(rule, frequency, Part.BYWEEKNO, EnumSet.of(Frequency.YEARLY));
        only(rule, frequency, Part.BYEASTER, EnumSet.of(Frequency.YEARLY));
        only(rule, frequency, Part.BYMONTHDAY, EnumSet.complementOf(EnumSet.of(Frequency.WEEKLY)));
        only(rule, frequency, Part.BYYEARDAY, EnumSet.complementOf(EnumSet.range(Frequency.DAILY, Frequency.MONTHLY)));
        checkNumberedDays(rule, frequency);
        if (rule.has(Part.BYSETPOS) && CHOOSING.stream().noneMatch(rule::has)) {
            throw RuleText.refused("BYSETPOS: chooses from what another BY part names; add one");
        }
        if (rule.has(Part.BYEASTER)) {
            EnumSet.complementOf(EnumSet.copyOf(BESIDE_EASTER)).stream()
                    .filter(rule::has)
                    .findFirst()
                    .ifPresent(part -> {
                        throw RuleText.refused("BYEASTER: can't be joined with " + part
                                + "; only INTERVAL, BYHOUR, BYMINUTE, BYSECOND, COUNT and UNTIL go with it");
                    });
        }
    }

    private static void checkNumberedDays(RuleText rule, Frequency frequency) {
        boolean numbered = rule.weekdays().stream().anyMatch(day -> day.number() != 0);
        if (numbered && frequency.compareTo(Frequency.MONTHLY) < 0) {
            throw RuleText.refused("BYDAY: a number as in -1FR needs FREQ=MONTHLY or YEARLY");
        }
        if (numbered && rule.has(Part.BYWEEKNO)) {
            throw RuleText.refused("BYDAY: a number as in -1FR can't be joined with BYWEEKNO");
        }
    }

    private static void only(RuleText rule, Frequency frequency, Part part, Set<Frequency> allowed) {
        if (rule.has(part) && !allowed.contains(frequency)) {
            throw RuleText.refused(part + ": can't be used with FREQ=" + frequency + ", only with "
                    + String.join(", ", allowed.stream().map(Frequency::name).toList()));
        }
    }
}
