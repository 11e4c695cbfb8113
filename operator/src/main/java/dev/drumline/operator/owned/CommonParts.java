// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.owned;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;

/** What beats and workers have in common. */
public final class CommonParts {
    private CommonParts() {}

    /** An identity without any right and without a token: the data plane never speaks to the API server. */
    public static ServiceAccount serviceAccount(Component component) {
        return new ServiceAccountBuilder()
                .withMetadata(component.metadata())
                .withAutomountServiceAccountToken(false)
                .build();
    }

    public static PodDisruptionBudget disruptionBudget(Component component) {
        return new PodDisruptionBudgetBuilder()
                .withMetadata(component.metadata())
                .withNewSpec()
                .withNewMaxUnavailable(1)
                .withNewSelector()
                .withMatchLabels(component.selector())
                .endSelector()
                .endSpec()
                .build();
    }
}
