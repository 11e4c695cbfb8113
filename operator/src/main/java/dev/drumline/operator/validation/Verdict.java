// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import dev.drumline.operator.condition.Reasons;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the operator makes of a spec.
 *
 * @param problems reasons to refuse it
 * @param unsupported fields whose behaviour comes with a later version
 */
public record Verdict(List<Problem> problems, List<String> unsupported) {
    public static final Verdict ACCEPTED = new Verdict(List.of(), List.of());

    public Verdict {
        problems = List.copyOf(problems);
        unsupported = List.copyOf(unsupported);
    }

    public static Verdict refused(Problem problem) {
        return new Verdict(List.of(problem), List.of());
    }

    public boolean isAccepted() {
        return problems.isEmpty() && unsupported.isEmpty();
    }

    public String reason() {
        return problems.isEmpty() ? Reasons.NOT_YET_SUPPORTED : Reasons.INVALID_SPEC;
    }

    /** All problems, or else all fields that are not yet supported. */
    public String message() {
        return problems.isEmpty()
                ? "not yet supported: " + String.join(", ", unsupported)
                : problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    }
}
