// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.crds.periodictask.PeriodicTaskSpec;
import dev.drumline.crds.periodictask.ScheduleSpecs;
import dev.drumline.operator.entry.Entries;
import dev.drumline.operator.entry.EntryIds;
import dev.drumline.operator.periodictaskset.ledger.RenderedRow;
import dev.drumline.operator.periodictaskset.ledger.SetId;
import dev.drumline.operator.periodictaskset.template.RowException;
import dev.drumline.operator.periodictaskset.template.RowTemplate;
import dev.drumline.operator.validation.PeriodicTaskValidation;
import dev.drumline.operator.validation.Problem;
import dev.drumline.operator.validation.Verdict;
import dev.drumline.schedule.spec.MinimumPeriod;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes entries of a set's rows. For one thread. */
final class RowRenderer {
    private static final int REMEMBERED = 1_000;
    private static final String SPEC = "spec";

    private final RowTemplate template;
    private final SetId set;
    private final MinimumPeriod minimum;

    /** Many rows have few schedules; equal ones are one object, since it is kept for every row. */
    private final Map<ScheduleSpec, ScheduleSpec> schedules = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ScheduleSpec, ScheduleSpec> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param minimum how often the set's broker lets a rule fire */
    RowRenderer(RowTemplate template, SetId set, MinimumPeriod minimum) {
        this.template = template;
        this.set = set;
        this.minimum = minimum;
    }

    /** @throws RowException when the row can't be rendered, or what is rendered is refused */
    RenderedRow.Wish render(String key, ObjectNode row) {
        PeriodicTaskSpec spec = template.render(row);
        String id = EntryIds.ofRow(set.namespace(), key);
        Verdict verdict = PeriodicTaskValidation.judge(spec, set.createdAt(), id, minimum);
        if (!verdict.isAccepted()) {
            throw new RowException(sentence(verdict));
        }
        ScheduleSpec schedule = ScheduleSpecs.of(spec, set.createdAt());
        ScheduleSpec shared = schedules.computeIfAbsent(schedule, given -> given);
        return new RenderedRow.Wish(Entries.of(id, spec, shared), spec.suspend());
    }

    private static String sentence(Verdict verdict) {
        return verdict.problems().isEmpty()
                ? verdict.message()
                : verdict.problems().stream().map(RowRenderer::sentence).collect(Collectors.joining("; "));
    }

    /** The spec is a row's own here, and not the set's. */
    private static String sentence(Problem problem) {
        return problem.path().equals(SPEC)
                ? problem.sentence()
                : problem.path().substring(SPEC.length() + 1) + ": " + problem.sentence();
    }
}
