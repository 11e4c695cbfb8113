// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import dev.drumline.schedule.spec.Exclusion;
import dev.drumline.schedule.spec.ScheduleSpec;

/** What an exclusion takes out, in words. */
final class ExceptWords {
    private static final String EVERY_MINUTE = "Every minute";
    private static final int MINUTE = 60;

    private ExceptWords() {}

    static String of(Exclusion exclusion, ScheduleSpec spec) {
        String rule = RuleWords.of(exclusion.rule(), spec);
        if (exclusion.forSeconds() == MINUTE && rule.startsWith(EVERY_MINUTE)) {
            String when = rule.substring(EVERY_MINUTE.length());
            if (when.startsWith(", ") || when.startsWith(" from ")) {
                return "Not " + when.replaceFirst("^,? ", "");
            }
        }
        String window = "Not for " + PeriodWords.of(exclusion.forSeconds() * 1000L);
        String time = rule.replaceFirst("^(Once, at|At) ", "");
        return rule.equals(time) ? window + " each time: " + lower(rule) : window + " from " + time;
    }

    static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
