// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.OperatorSettings;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.owned.Applier;
import io.fabric8.kubernetes.api.model.HasMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Runs a broker's beats. */
@ApplicationScoped
public class Beats {
    private final Applier applier;
    private final OperatorSettings settings;

    public Beats(Applier applier, OperatorSettings settings) {
        this.applier = applier;
        this.settings = settings;
    }

    /** @param areThere whether their Deployment exists, as far as the watch knows */
    void run(TaskBroker broker, BrokerEndpoint endpoint, boolean areThere) {
        List<HasMetadata> planned = BeatPlan.resources(broker, endpoint, settings.beatImage());
        if (!areThere) {
            applier.forget(planned);
        }
        applier.apply(planned);
    }
}
