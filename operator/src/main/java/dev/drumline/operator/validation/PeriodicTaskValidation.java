// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.crds.common.QueueName;
import dev.drumline.crds.periodictask.ConcurrencyPolicy;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictask.PeriodicTaskSpec;
import dev.drumline.crds.periodictask.ReservedHeaders;
import dev.drumline.crds.periodictask.ScheduleSpecs;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.spec.MinimumPeriod;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.util.regex.Pattern;

/** The rules of the schema once more, and those that a schema can't express. */
public final class PeriodicTaskValidation {
    private static final int MAX_JSON_BYTES = 65_536;
    private static final int MAX_TASK_LENGTH = 255;
    private static final String TASK = "[A-Za-z_][A-Za-z0-9_.:-]*";
    private static final Pattern TASK_NAME = Pattern.compile(TASK);

    private PeriodicTaskValidation() {}

    /**
     * @param entryId the identity under which the schedule would be stored
     * @param minimum how often the task's broker lets a rule fire
     */
    public static Verdict judge(PeriodicTask task, String entryId, MinimumPeriod minimum) {
        var findings = new Findings();
        NameRule.check(task, findings);
        check(task.getSpec(), task.getMetadata().getCreationTimestamp(), entryId, minimum, findings);
        return findings.verdict();
    }

    /**
     * The same of a spec that no API server has seen, whose bounds are looked at as well.
     *
     * @param createdAt see {@link ScheduleSpecs#of(PeriodicTaskSpec, String)}
     */
    public static Verdict judge(PeriodicTaskSpec spec, String createdAt, String entryId, MinimumPeriod minimum) {
        var findings = new Findings();
        SpecBounds.check(spec, findings);
        if (findings.verdict().isAccepted()) {
            check(spec, createdAt, entryId, minimum, findings);
        }
        return findings.verdict();
    }

    private static void check(
            PeriodicTaskSpec spec, String createdAt, String entryId, MinimumPeriod minimum, Findings findings) {
        checkSchedule(spec, createdAt, entryId, minimum, findings);
        checkCall(spec, findings);
        checkPolicies(spec, findings);
    }

    private static void checkSchedule(
            PeriodicTaskSpec task, String createdAt, String entryId, MinimumPeriod minimum, Findings findings) {
        try {
            ScheduleSpec spec = ScheduleSpecs.of(task, createdAt);
            Schedules.parse(spec, entryId);
            minimum.check(spec, entryId);
        } catch (ScheduleException e) {
            findings.require(false, e.path(), e.getMessage());
        }
    }

    private static void checkCall(PeriodicTaskSpec spec, Findings findings) {
        String task = spec.task();
        findings.require(
                task != null
                        && task.length() <= MAX_TASK_LENGTH
                        && TASK_NAME.matcher(task).matches(),
                "spec.task",
                "must match " + TASK + " and be at most " + MAX_TASK_LENGTH + " characters");
        checkJson(spec.args(), "spec.args", spec.args() == null || spec.args().isArray(), "array", findings);
        checkJson(
                spec.kwargs(),
                "spec.kwargs",
                spec.kwargs() == null || spec.kwargs().isObject(),
                "object",
                findings);
        findings.require(QueueName.isValid(spec.queue()), "spec.queue", QueueName.MESSAGE);
        if (spec.headers() != null) {
            spec.headers().keySet().stream()
                    .sorted()
                    .forEach(header -> findings.require(
                            !ReservedHeaders.NAMES.contains(header), "spec.headers", '"' + header + "\" is reserved"));
        }
    }

    private static void checkJson(JsonNode json, String path, boolean rightType, String type, Findings findings) {
        findings.require(rightType, path, "must be a JSON " + type);
        int bytes = json == null ? 0 : json.toString().getBytes(UTF_8).length;
        findings.require(
                bytes <= MAX_JSON_BYTES,
                path,
                bytes + " bytes; must be at most " + MAX_JSON_BYTES + " (pass a reference instead)");
    }

    private static void checkPolicies(PeriodicTaskSpec spec, Findings findings) {
        Integer priority = spec.priority();
        Integer deadline = spec.startingDeadlineSeconds();
        Integer soft = spec.softTimeLimitSeconds();
        Integer hard = spec.timeLimitSeconds();
        findings.require(
                        priority == null || (priority >= 0 && priority <= 9),
                        "spec.priority",
                        "must be 0-9 (0 is served first)")
                .require(deadline == null || deadline >= 1, "spec.startingDeadlineSeconds", "must be at least 1")
                .require(
                        soft == null || hard == null || soft < hard,
                        "spec.softTimeLimitSeconds",
                        "must be less than timeLimitSeconds")
                .require(
                        spec.concurrencyPolicy() == ConcurrencyPolicy.ALLOW
                                || !Boolean.TRUE.equals(spec.ignoreResult()),
                        "spec.ignoreResult",
                        PeriodicTaskSpec.RESULT_NEEDED);
    }
}
