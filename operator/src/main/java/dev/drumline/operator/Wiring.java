// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator;

import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.periodictask.TaskLister;
import dev.drumline.operator.periodictask.WriteBudget;
import dev.drumline.operator.periodictaskset.SetLister;
import dev.drumline.operator.taskbroker.SecretReader;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.Optional;

/** Where the parts meet the world: the one place that takes the system's clock. */
class Wiring {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    SecretReader secrets(KubernetesClient client) {
        return (namespace, name) -> Optional.ofNullable(
                client.secrets().inNamespace(namespace).withName(name).get());
    }

    /** Past every cache: what it answers is what the API server holds. */
    @Produces
    TaskLister tasks(KubernetesClient client) {
        return namespace -> client.resources(PeriodicTask.class)
                .inNamespace(namespace)
                .list()
                .getItems();
    }

    /** Past every cache, as well. */
    @Produces
    SetLister sets(KubernetesClient client) {
        return namespace -> client.resources(PeriodicTaskSet.class)
                .inNamespace(namespace)
                .list()
                .getItems();
    }

    @Produces
    WriteBudget budget(OperatorSettings settings, Clock clock) {
        return new WriteBudget(settings.writeBudget(), clock);
    }

    @Produces
    Conditions conditions(Clock clock) {
        return new Conditions(clock);
    }
}
