// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import dev.drumline.crds.periodictask.PeriodicTaskSpec;
import dev.drumline.crds.periodictask.SolarRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the schema of a PeriodicTask asks for and bounds, for specs that the API server has not seen. */
final class SpecBounds {
    private static final int DAY = 86_400;
    private static final int MONTH = 2_592_000;
    private static final int YEAR = 31_536_000;
    private static final int MOST_HEADERS = 32;
    private static final int LONGEST_HEADER = 1_024;

    private SpecBounds() {}

    static void check(PeriodicTaskSpec spec, Findings findings) {
        range(spec.spreadSeconds(), 0, DAY, "spec.spreadSeconds", findings);
        atMost(spec.startingDeadlineSeconds(), YEAR, "spec.startingDeadlineSeconds", findings);
        range(spec.expiresSeconds(), 1, YEAR, "spec.expiresSeconds", findings);
        range(spec.timeLimitSeconds(), 1, MONTH, "spec.timeLimitSeconds", findings);
        range(spec.softTimeLimitSeconds(), 1, MONTH, "spec.softTimeLimitSeconds", findings);
        Map<String, String> headers = spec.headers() == null ? Map.of() : spec.headers();
        findings.require(headers.size() <= MOST_HEADERS, "spec.headers", "must be at most " + MOST_HEADERS);
        findings.require(
                headers.values().stream().allMatch(value -> value.length() <= LONGEST_HEADER),
                "spec.headers",
                "must be texts of at most " + LONGEST_HEADER + " characters");
        suns(spec)
                .forEach((path, solar) -> findings.require(
                        solar == null
                                || (solar.event() != null && solar.latitude() != null && solar.longitude() != null),
                        path + ".solar",
                        "needs event, latitude and longitude"));
    }

    private static Map<String, SolarRule> suns(PeriodicTaskSpec spec) {
        Map<String, SolarRule> suns = new LinkedHashMap<>();
        if (spec.schedule() != null) {
            suns.put("spec.schedule", spec.schedule().solar());
        }
        for (int i = 0; spec.schedules() != null && i < spec.schedules().size(); i++) {
            suns.put("spec.schedules[" + i + "]", spec.schedules().get(i).solar());
        }
        for (int i = 0; spec.except() != null && i < spec.except().size(); i++) {
            suns.put("spec.except[" + i + "]", spec.except().get(i).solar());
        }
        return suns;
    }

    private static void range(Integer value, int least, int most, String path, Findings findings) {
        findings.require(value == null || (value >= least && value <= most), path, "must be " + least + "-" + most);
    }

    private static void atMost(Integer value, int most, String path, Findings findings) {
        findings.require(value == null || value <= most, path, "must be at most " + most);
    }
}
