// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Names leave room for what the operator puts behind them. */
final class NameRule {
    private static final int MAX_LENGTH = 52;

    private NameRule() {}

    static void check(HasMetadata resource, Findings findings) {
        findings.require(
                resource.getMetadata().getName().length() <= MAX_LENGTH,
                "metadata.name",
                "must be at most " + MAX_LENGTH + " characters");
    }
}
