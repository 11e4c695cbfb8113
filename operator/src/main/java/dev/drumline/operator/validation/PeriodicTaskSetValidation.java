// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import dev.drumline.crds.periodictaskset.ConfigMapRows;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.crds.periodictaskset.PeriodicTaskSetSpec;
import dev.drumline.operator.periodictaskset.source.Selectors;
import dev.drumline.operator.periodictaskset.template.RowTemplate;
import dev.drumline.operator.periodictaskset.template.TemplateException;

/** The rules of the schema once more, and those that a schema can't express. What is wrong with single rows is not said here. */
public final class PeriodicTaskSetValidation {
    private static final String MAPS = "spec.itemsFrom.configMaps";

    private PeriodicTaskSetValidation() {}

    public static Verdict judge(PeriodicTaskSet set) {
        PeriodicTaskSetSpec spec = set.getSpec();
        var findings = new Findings();
        NameRule.check(set, findings);
        findings.require(spec.items() != null || spec.itemsFrom() != null, "spec", "set items, itemsFrom or both");
        checkTemplate(spec, findings);
        if (spec.itemsFrom() != null) {
            checkMaps(spec.itemsFrom().configMaps(), findings);
        }
        return findings.verdict();
    }

    private static void checkTemplate(PeriodicTaskSetSpec spec, Findings findings) {
        try {
            RowTemplate.read(spec.template());
        } catch (TemplateException e) {
            findings.require(false, e.path(), e.getMessage());
        }
    }

    private static void checkMaps(ConfigMapRows maps, Findings findings) {
        boolean one = (maps.names() == null) != (maps.selector() == null);
        findings.require(one, MAPS, "set exactly one of names, selector");
        if (one && maps.selector() != null) {
            try {
                Selectors.read(maps.selector());
            } catch (IllegalArgumentException e) {
                findings.require(false, MAPS + ".selector", e.getMessage());
            }
        }
    }
}
