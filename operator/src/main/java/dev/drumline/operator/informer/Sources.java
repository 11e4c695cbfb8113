// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.informer;

import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.link.BrokerId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.Mappers;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Event sources that several controllers have. */
public final class Sources {
    private static final String BY_BROKER = "broker";

    private Sources() {}

    /** The Deployments that the operator made for the resources of this kind. */
    public static <P extends HasMetadata> InformerEventSource<Deployment, P> deployments(
            EventSourceContext<P> context, String component) {
        return new InformerEventSource<>(
                InformerEventSourceConfiguration.from(Deployment.class, context.getPrimaryResourceClass())
                        .withLabelSelector("app.kubernetes.io/managed-by=drumline,app.kubernetes.io/name=" + component)
                        .withSecondaryToPrimaryMapper(Mappers.fromOwnerReferences(context.getPrimaryResourceClass()))
                        .withItemStore(LeanStore.create())
                        .build(),
                context);
    }

    /**
     * The brokers that resources of this kind refer to: a broker that appears, goes, or is accepted or refused wakes all
     * that name it.
     */
    public static <P extends HasMetadata> InformerEventSource<TaskBroker, P> brokers(
            EventSourceContext<P> context, Function<P, BrokerId> brokerOf) {
        context.getPrimaryCache()
                .addIndexer(
                        BY_BROKER, resource -> List.of(brokerOf.apply(resource).toString()));
        return new InformerEventSource<>(
                InformerEventSourceConfiguration.from(TaskBroker.class, context.getPrimaryResourceClass())
                        .withSecondaryToPrimaryMapper(broker -> dependents(context, BrokerId.of(broker)))
                        .withPrimaryToSecondaryMapper(
                                (P resource) -> Set.of(brokerOf.apply(resource).resource()))
                        .withOnUpdateFilter(BrokerChange::matters)
                        .withItemStore(LeanStore.create())
                        .build(),
                context);
    }

    private static <P extends HasMetadata> Set<ResourceID> dependents(EventSourceContext<P> context, BrokerId broker) {
        return context.getPrimaryCache().byIndex(BY_BROKER, broker.toString()).stream()
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }
}
