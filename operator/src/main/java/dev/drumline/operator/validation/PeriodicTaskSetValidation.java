// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import dev.drumline.crds.periodictaskset.ConfigMapRows;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.crds.periodictaskset.PeriodicTaskSetSpec;

/** The rules of the schema once more; the kind as a whole comes with a later version. */
public final class PeriodicTaskSetValidation {
    private PeriodicTaskSetValidation() {}

    public static Verdict judge(PeriodicTaskSet set) {
        PeriodicTaskSetSpec spec = set.getSpec();
        var findings = new Findings();
        NameRule.check(set, findings);
        findings.require(spec.items() != null || spec.itemsFrom() != null, "spec", "set items, itemsFrom or both");
        ConfigMapRows maps = spec.itemsFrom() == null ? null : spec.itemsFrom().configMaps();
        findings.require(
                        maps == null || (maps.names() == null) != (maps.selector() == null),
                        "spec.itemsFrom.configMaps",
                        "set exactly one of names, selector")
                .later(true, "PeriodicTaskSet");
        return findings.verdict();
    }
}
