// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.source;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** ConfigMaps of one namespace in memory, and a count of what was read. */
public final class FakeConfigMaps implements ConfigMaps {
    private final Map<String, ConfigMap> maps = new TreeMap<>();
    private final List<String> read = new ArrayList<>();
    private final List<ConfigMapQuery> watched = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<String> fault = Optional.empty();
    private boolean heard = true;
    private int version;

    /** @param labels {@code key=value}, if any */
    public void put(String name, String file, String text, String... labels) {
        Map<String, String> pairs = new TreeMap<>();
        for (String label : labels) {
            pairs.put(label.split("=")[0], label.split("=")[1]);
        }
        maps.put(
                name,
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withResourceVersion(Integer.toString(++version))
                        .withLabels(pairs)
                        .endMetadata()
                        .addToData(file, text)
                        .build());
        tell();
    }

    public void delete(String name) {
        maps.remove(name);
        tell();
    }

    /** As long as the API server is silent. */
    public void areUnheardOf(String why) {
        heard = false;
        fault = Optional.of(why);
    }

    /** Names in the order in which they were read, since this was last asked. */
    public List<String> takeRead() {
        List<String> names = List.copyOf(read);
        read.clear();
        return names;
    }

    public List<ConfigMapQuery> watched() {
        return watched;
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public Optional<ConfigMap> read(String namespace, String name) {
        read.add(name);
        return Optional.ofNullable(maps.get(name));
    }

    @Override
    public ConfigMapWatch watch(ConfigMapQuery query, Runnable changed) {
        watched.add(query);
        listeners.add(changed);
        return new ConfigMapWatch() {
            @Override
            public Optional<Map<String, String>> versions() {
                return heard
                        ? Optional.of(maps.values().stream()
                                .filter(map -> matches(query, map))
                                .collect(Collectors.toMap(
                                        map -> map.getMetadata().getName(),
                                        map -> map.getMetadata().getResourceVersion())))
                        : Optional.empty();
            }

            @Override
            public Optional<String> fault() {
                return fault;
            }

            @Override
            public void close() {
                watched.remove(query);
                listeners.remove(changed);
            }
        };
    }

    private static boolean matches(ConfigMapQuery query, ConfigMap map) {
        Map<String, String> wanted =
                query.selector().map(LabelSelector::getMatchLabels).orElse(Map.of());
        return query.name()
                        .orElse(map.getMetadata().getName())
                        .equals(map.getMetadata().getName())
                && map.getMetadata().getLabels().entrySet().containsAll(wanted.entrySet());
    }
}
