// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.task;

import java.util.List;

/** A document that is no valid PeriodicTask. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> sentences;

    RefusedException(List<String> sentences) {
        super(String.join("; ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
