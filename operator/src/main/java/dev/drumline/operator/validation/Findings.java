// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one resource. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();

    /** A problem unless {@code ok}. */
    Findings require(boolean ok, String path, String sentence) {
        if (!ok) {
            problems.add(new Problem(path, sentence));
        }
        return this;
    }

    /** A field of a later version, when it is used. */
    Findings later(boolean used, String field) {
        if (used) {
            unsupported.add(field);
        }
        return this;
    }

    Findings addAll(List<Problem> more) {
        problems.addAll(more);
        return this;
    }

    Verdict verdict() {
        return new Verdict(problems, unsupported);
    }
}
