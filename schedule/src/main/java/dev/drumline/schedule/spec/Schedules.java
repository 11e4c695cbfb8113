// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import dev.drumline.schedule.Bounded;
import dev.drumline.schedule.Excepted;
import dev.drumline.schedule.FixedPeriod;
import dev.drumline.schedule.Nth;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.Shifted;
import dev.drumline.schedule.SingleInstant;
import dev.drumline.schedule.Times;
import dev.drumline.schedule.United;
import dev.drumline.schedule.calendar.CronExpression;
import dev.drumline.schedule.calendar.Zoned;
import dev.drumline.schedule.partition.StableHash;
import dev.drumline.schedule.recurrence.Rrule;
import dev.drumline.schedule.sun.Solar;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads what the user wrote into the function that yields its occurrences. */
public final class Schedules {
    private static final long PHASE_SEED = 2;
    private static final long SPREAD_SEED = 3;
    private static final int MOST_RUNS = 1_000_000;
    private static final int MOST_RUNS_WALKED = 10_000;
    private static final int MOST_WINDOW_SECONDS = 366 * 86_400;

    private Schedules() {}

    /**
     * @param identity the entry id, such as {@code namespace/name}: phase and spread are hashes of it
     * @throws ScheduleException for a rule that is malformed or can never fire
     */
    public static Schedule parse(ScheduleSpec spec, String identity) {
        List<Schedule> rules = rules(spec, identity);
        Schedule united = rules.size() == 1 ? rules.getFirst() : new United(rules);
        long shift = shiftMillis(rules, spec, identity);
        Schedule excepted = excepted(united, spec, shift);
        Bounded bounded = bounded(shift == 0 ? excepted : new Shifted(excepted, shift), spec);
        return spec.maxRuns() == null ? bounded : limited(bounded, spec);
    }

    private static List<Schedule> rules(ScheduleSpec spec, String identity) {
        List<Schedule> rules = new ArrayList<>();
        for (int i = 0; i < spec.rules().size(); i++) {
            rules.add(parseRule(spec.rules().get(i), spec, identity, spec.path(i)));
        }
        return rules;
    }

    static Schedule parseRule(Rule rule, ScheduleSpec spec, String identity, String path) {
        ZoneRules zone = Zones.parse(spec.timeZone());
        OptionalLong start = startMillis(spec);
        try {
            return switch (rule) {
                case Rule.Every every -> fixedPeriod(every, identity);
                case Rule.Cron cron -> new Zoned(CronExpression.parse(cron.expression()), zone);
                case Rule.At at -> new SingleInstant(Instants.parseMillis("at", at.time()));
                case Rule.Crontab crontab -> new Zoned(crontab.calendar(), zone);
                case Rule.Rrule rrule -> Rrule.parse(rrule.text(), start, zone);
                case Rule.Solar solar -> Solar.parse(solar.event(), solar.latitude(), solar.longitude());
            };
        } catch (ScheduleException e) {
            throw e.below(path);
        }
    }

    private static OptionalLong startMillis(ScheduleSpec spec) {
        return spec.startTime() == null
                ? OptionalLong.empty()
                : OptionalLong.of(Instants.parseMillis("startTime", spec.startTime()));
    }

    /** Without an anchor the phase is a hash of the identity, so that many schedules of one period are spread evenly over it. */
    private static FixedPeriod fixedPeriod(Rule.Every rule, String identity) {
        long period = Periods.parseMillis("every", rule.period());
        long anchor = rule.anchorTime() == null
                ? Long.remainderUnsigned(StableHash.of(identity, PHASE_SEED), period)
                : Instants.parseMillis("anchorTime", rule.anchorTime());
        return new FixedPeriod(period, anchor);
    }

    private static Schedule excepted(Schedule schedule, ScheduleSpec spec, long shiftMillis) {
        if (spec.except().isEmpty()) {
            return schedule;
        }
        // Bounded here too: no search for what the windows leave goes on past the end.
        Schedule left = new Bounded(schedule, firstMillis(spec) - shiftMillis, lastMillis(spec) - shiftMillis);
        for (int i = 0; i < spec.except().size(); i++) {
            Exclusion exclusion = spec.except().get(i);
            String path = "except[" + i + "]";
            left = new Excepted(left, windows(exclusion, spec, path), exclusion.forSeconds() * 1000L);
        }
        return left;
    }

    private static Schedule windows(Exclusion exclusion, ScheduleSpec spec, String path) {
        if (exclusion.forSeconds() < 1 || exclusion.forSeconds() > MOST_WINDOW_SECONDS) {
            throw new ScheduleException(path + ".forSeconds", "must be 1-" + MOST_WINDOW_SECONDS);
        }
        if (exclusion.rule() instanceof Rule.Every every && every.anchorTime() == null) {
            throw new ScheduleException(path + ".anchorTime", "is needed with every, to say where the windows lie");
        }
        Schedule windows = parseRule(exclusion.rule(), spec, "", path);
        if (windows instanceof FixedPeriod fixed && fixed.periodMillis() <= exclusion.forSeconds() * 1000L) {
            throw new ScheduleException(path + ".forSeconds", "must be less than the period, else nothing is left");
        }
        return windows;
    }

    /** A hash of the identity in [0, spreadSeconds): what is due at the same instant is spread. */
    private static long shiftMillis(List<Schedule> rules, ScheduleSpec spec, String identity) {
        int seconds = spec.spreadSeconds() == null ? 0 : spec.spreadSeconds();
        if (seconds < 0) {
            throw new ScheduleException("spreadSeconds", "must be at least 0");
        }
        if (rules.stream()
                .anyMatch(rule -> rule instanceof FixedPeriod fixed && seconds * 1000L >= fixed.periodMillis())) {
            throw new ScheduleException("spreadSeconds", "must be less than the period");
        }
        return seconds == 0 ? 0 : Long.remainderUnsigned(StableHash.of(identity, SPREAD_SEED), seconds * 1000L);
    }

    private static Bounded bounded(Schedule schedule, ScheduleSpec spec) {
        long start = firstMillis(spec);
        long end = lastMillis(spec);
        if (end <= start) {
            throw new ScheduleException("endTime", "must be after spec.startTime");
        }
        Bounded bounded = new Bounded(schedule, start, end);
        if (bounded.nextMillis(start - 1) == Schedule.NEVER) {
            throw new ScheduleException(
                    spec.listed() ? "schedules" : "schedule",
                    spec.except().isEmpty()
                            ? "never happens: no occurrence from spec.startTime to spec.endTime"
                            : "never happens: spec.except leaves no occurrence from spec.startTime to spec.endTime");
        }
        return bounded;
    }

    private static long firstMillis(ScheduleSpec spec) {
        return startMillis(spec).orElse(Times.MIN_MILLIS);
    }

    private static long lastMillis(ScheduleSpec spec) {
        return spec.endTime() == null ? Times.MAX_MILLIS : Instants.parseMillis("endTime", spec.endTime());
    }

    /** A number of runs is an end time: that of the last one. */
    private static Schedule limited(Bounded schedule, ScheduleSpec spec) {
        if (spec.maxRuns() < 1 || spec.maxRuns() > MOST_RUNS) {
            throw new ScheduleException("maxRuns", "must be 1-" + MOST_RUNS);
        }
        // Each of these is counted one by one, whenever the schedule is read: a million would hold a beat up for
        // seconds.
        if (isWalked(spec) && spec.maxRuns() > MOST_RUNS_WALKED) {
            throw new ScheduleException(
                    "maxRuns", "must be 1-" + MOST_RUNS_WALKED + " with several schedules, except or solar");
        }
        String from = spec.startTime() == null ? spec.countedFrom() : spec.startTime();
        if (from == null) {
            throw new ScheduleException("maxRuns", "needs spec.startTime to count from");
        }
        long start = Instants.parseMillis("startTime", from);
        return new Bounded(schedule, start, Nth.after(start - 1, spec.maxRuns(), schedule));
    }

    private static boolean isWalked(ScheduleSpec spec) {
        return spec.rules().size() > 1
                || !spec.except().isEmpty()
                || spec.rules().getFirst() instanceof Rule.Solar;
    }
}
