// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import java.util.List;

/**
 * A schedule as the user wrote it: one or more rules, whose occurrences are united, and what bounds them. All but the rules may be
 * null.
 *
 * @param rules one, or the several of {@code spec.schedules}
 * @param listed whether they were written as that list, so that a refusal names the place in it; no matter of the occurrences
 * @param except what takes occurrences out; null means nothing
 * @param timeZone an IANA name; null means UTC; only cron, crontab and rrule look at it
 * @param startTime RFC 3339; no occurrence is due before it
 * @param endTime RFC 3339; no occurrence is due after it
 * @param spreadSeconds a stable shift by hash in [0, spreadSeconds)
 * @param maxRuns the number of occurrences after which the schedule ends
 * @param countedFrom RFC 3339; what {@code maxRuns} counts from when there is no {@code startTime}, such as when the task was made
 */
public record ScheduleSpec(
        List<Rule> rules,
        boolean listed,
        List<Exclusion> except,
        String timeZone,
        String startTime,
        String endTime,
        Integer spreadSeconds,
        Integer maxRuns,
        String countedFrom) {

    public ScheduleSpec {
        rules = List.copyOf(rules);
        except = except == null ? List.of() : List.copyOf(except);
    }

    public static ScheduleSpec of(Rule... rules) {
        return new ScheduleSpec(List.of(rules), rules.length > 1, null, null, null, null, null, null, null);
    }

    public ScheduleSpec except(Exclusion... except) {
        return new ScheduleSpec(
                rules, listed, List.of(except), timeZone, startTime, endTime, spreadSeconds, maxRuns, countedFrom);
    }

    public ScheduleSpec in(String timeZone) {
        return new ScheduleSpec(
                rules, listed, except, timeZone, startTime, endTime, spreadSeconds, maxRuns, countedFrom);
    }

    public ScheduleSpec between(String startTime, String endTime) {
        return new ScheduleSpec(
                rules, listed, except, timeZone, startTime, endTime, spreadSeconds, maxRuns, countedFrom);
    }

    public ScheduleSpec spreadOver(int spreadSeconds) {
        return new ScheduleSpec(
                rules, listed, except, timeZone, startTime, endTime, spreadSeconds, maxRuns, countedFrom);
    }

    public ScheduleSpec limitedTo(int maxRuns, String countedFrom) {
        return new ScheduleSpec(
                rules, listed, except, timeZone, startTime, endTime, spreadSeconds, maxRuns, countedFrom);
    }

    /** Where the user wrote the rule, such as {@code schedules[1]}. */
    String path(int index) {
        return listed ? "schedules[" + index + "]" : "schedule";
    }
}
