// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import dev.drumline.schedule.spec.Exclusion;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A schedule in one short phrase, for a column: {@code every 10s}, {@code cron 0 3 * * * Europe/Berlin}. */
public final class ScheduleText {
    private static final int RULES_SHOWN = 2;
    private static final int RULE_LENGTH = 64;

    private ScheduleText() {}

    /** The rules with the user's own words, joined by {@code +}; of more than two the first, and how many more there are. */
    public static String of(ScheduleSpec spec) {
        List<Rule> except = spec.except().stream().map(Exclusion::rule).toList();
        String rules = rules(spec.rules()) + (except.isEmpty() ? "" : " except " + rules(except));
        boolean isLocal = Stream.concat(spec.rules().stream(), except.stream()).anyMatch(RuleWords::isLocal);
        return spec.timeZone() == null || !isLocal ? rules : rules + " " + spec.timeZone();
    }

    private static String rules(List<Rule> rules) {
        int shown = rules.size() > RULES_SHOWN ? 1 : rules.size();
        String text = rules.stream().limit(shown).map(ScheduleText::rule).collect(Collectors.joining(" + "));
        return shown == rules.size() ? text : text + " + " + (rules.size() - shown) + " more";
    }

    private static String rule(Rule rule) {
        String text = rule.kind() + " " + words(rule);
        return text.length() <= RULE_LENGTH ? text : text.substring(0, RULE_LENGTH - 1) + "…";
    }

    private static String words(Rule rule) {
        return switch (rule) {
            case Rule.Every every -> every.period();
            case Rule.Cron cron -> cron.expression();
            case Rule.At at -> at.time();
            case Rule.Crontab crontab -> crontab(crontab);
            case Rule.Solar solar -> solar.event() + " " + degrees(solar.latitude()) + " " + degrees(solar.longitude());
            case Rule.Rrule rrule -> rrule.text();
        };
    }

    /** In the order of a cron expression. */
    private static String crontab(Rule.Crontab crontab) {
        return String.join(
                " ",
                crontab.minute(),
                crontab.hour(),
                crontab.dayOfMonth(),
                crontab.monthOfYear(),
                crontab.dayOfWeek());
    }

    private static String degrees(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
