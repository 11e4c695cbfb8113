// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.condition.Reasons;
import dev.drumline.operator.periodictaskset.reading.Summary;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be said of a set's rows, beside whether it is ready. */
final class RowConditions {
    private static final String ROWS_READ = "RowsRead";
    private static final String ROWS_ACCEPTED = "RowsAccepted";
    private static final String KEYS_UNIQUE = "KeysUnique";
    private static final int NAMED = 5;

    private final Conditions conditions;

    RowConditions(Conditions conditions) {
        this.conditions = conditions;
    }

    /** Whether all that the set names could be read. */
    Condition read(PeriodicTaskSet set, Summary summary) {
        return read(set, ROWS_READ, summary);
    }

    Condition read(PeriodicTaskSet set, String type, Summary summary) {
        if (!summary.found().missing().isEmpty()) {
            return conditions.no(
                    set, type, Reasons.CONFIG_MAP_MISSING, names(summary.found().missing()) + " not in this namespace");
        }
        if (summary.found().isNothing()) {
            return conditions.no(
                    set, type, Reasons.NOTHING_SELECTED, "spec.itemsFrom.configMaps.selector selects no ConfigMap");
        }
        return summary.isWhole()
                ? conditions.yes(set, type, Reasons.ALL_ROWS_READ, "every row was read")
                : conditions.no(
                        set,
                        type,
                        Reasons.ROWS_UNREADABLE,
                        "the keys of some rows can't be read; rows that are missing in their source stay");
    }

    Condition accepted(PeriodicTaskSet set, Summary summary) {
        return summary.rejected() == 0
                ? conditions.yes(set, ROWS_ACCEPTED, Reasons.ALL_ROWS_ACCEPTED, "no row was rejected")
                : conditions.no(
                        set,
                        ROWS_ACCEPTED,
                        Reasons.ROWS_REJECTED,
                        summary.rejected() + " of " + summary.rows() + " rows were rejected, first "
                                + summary.rejections().getFirst().message());
    }

    Condition unique(PeriodicTaskSet set, Summary summary) {
        return summary.firstConflict()
                .map(first -> conditions.no(
                        set,
                        KEYS_UNIQUE,
                        Reasons.KEY_CONFLICT,
                        summary.conflicts() + " rows have keys of older sets, first " + first.message()))
                .orElseGet(() ->
                        conditions.yes(set, KEYS_UNIQUE, Reasons.NO_CONFLICT, "no older set has a key of this one"));
    }

    private static String names(List<String> missing) {
        String first = missing.stream()
                .limit(NAMED)
                .map(name -> "ConfigMap \"" + name + '"')
                .collect(Collectors.joining(", "));
        int more = missing.size() - NAMED;
        return first + (more > 0 ? " and " + more + " more are" : missing.size() == 1 ? " is" : " are");
    }
}
