// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

/** The checks of a rule's fields, with their sentences: the same in a schedule as in an exception. */
final class RuleChecks {
    static final String ONE_KIND = """
            [has(self.every), has(self.cron), has(self.crontab), has(self.at), has(self.solar), has(self.rrule)]\
            .filter(x, x).size() == 1""";
    static final String ONE_KIND_MESSAGE = "set exactly one of every, cron, crontab, at, solar, rrule";

    static final int PERIOD_SIZE = 64;
    static final String PERIOD = """
            self.matches('^([0-9]{1,5}(h|m|s|ms)){1,4}$') && duration(self) >= duration('100ms')""";
    static final String PERIOD_MESSAGE = "must be a duration of at least 100ms, such as 10s, 1m30s or 500ms";

    static final int CRON_SIZE = 256;
    static final String CRON_ZONE = "!self.contains('TZ=')";
    static final String CRON_ZONE_MESSAGE = "put the time zone into spec.timeZone";
    static final String CRON_FIELDS = """
            self.contains('TZ=') || self.trim().startsWith('@') \
            || self.trim().split(' ').filter(f, f != '').size() == 5""";
    static final String CRON_FIELDS_MESSAGE =
            "must have five fields (minute hour day-of-month month day-of-week) or be a macro such as @hourly";

    static final int RRULE_SIZE = 512;

    private RuleChecks() {}
}
