// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.source;

import dev.drumline.operator.informer.LeanStore;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * ConfigMaps by the API server. A watch asks for those alone that a set reads, and keeps nothing of them but their names and
 * versions: what is in them is read when it is needed, one at a time.
 */
@ApplicationScoped
class ClusterConfigMaps implements ConfigMaps {
    /** How many of up to 1 MiB are in one answer. */
    private static final long PAGE = 8;

    private final KubernetesClient client;

    ClusterConfigMaps(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public Optional<ConfigMap> read(String namespace, String name) {
        return Optional.ofNullable(
                client.configMaps().inNamespace(namespace).withName(name).get());
    }

    @Override
    public ConfigMapWatch watch(ConfigMapQuery query, Runnable changed) {
        return new Informed(select(query).withLimit(PAGE).runnableInformer(0), changed);
    }

    private Informable<ConfigMap> select(ConfigMapQuery query) {
        NonNamespaceOperation<ConfigMap, ConfigMapList, Resource<ConfigMap>> all =
                client.configMaps().inNamespace(query.namespace());
        return query.name().isPresent()
                ? all.withName(query.name().get())
                : all.withLabelSelector(query.selector().orElseThrow());
    }

    private static final class Informed implements ConfigMapWatch, ResourceEventHandler<ConfigMap> {
        private final SharedIndexInformer<ConfigMap> informer;
        private final Runnable changed;
        private volatile Optional<String> fault = Optional.empty();

        Informed(SharedIndexInformer<ConfigMap> informer, Runnable changed) {
            this.informer = informer;
            this.changed = changed;
            informer.itemStore(LeanStore.of(Informed::strip))
                    .exceptionHandler((started, why) -> retry(why))
                    .addEventHandler(this)
                    .start()
                    .thenRun(changed);
        }

        private static ConfigMap strip(ConfigMap map) {
            map.setData(null);
            map.setBinaryData(null);
            return map;
        }

        private boolean retry(Throwable why) {
            Optional<String> now = Optional.of(String.valueOf(why.getMessage()));
            if (!now.equals(fault)) {
                fault = now;
                changed.run();
            }
            return true;
        }

        @Override
        public Optional<Map<String, String>> versions() {
            return informer.hasSynced()
                    ? Optional.of(informer.getStore().list().stream()
                            .map(ConfigMap::getMetadata)
                            .collect(Collectors.toMap(meta -> meta.getName(), meta -> meta.getResourceVersion())))
                    : Optional.empty();
        }

        @Override
        public Optional<String> fault() {
            return fault;
        }

        @Override
        public void onAdd(ConfigMap map) {
            changed.run();
        }

        @Override
        public void onUpdate(ConfigMap before, ConfigMap now) {
            changed.run();
        }

        @Override
        public void onDelete(ConfigMap map, boolean lastStateUnknown) {
            changed.run();
        }

        @Override
        public void close() {
            informer.stop();
        }
    }
}
