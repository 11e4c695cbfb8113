// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.source;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The watches of ConfigMaps that sets need, each once, as long as a set needs it. */
@ApplicationScoped
public class ConfigMapWatches {
    private record Followed(ConfigMapWatch watch, Set<ResourceID> sets) {}

    private final ConfigMaps maps;
    private final Map<ConfigMapQuery, Followed> watches = new HashMap<>();
    private volatile Consumer<ResourceID> changed = set -> {};

    public ConfigMapWatches(ConfigMaps maps) {
        this.maps = maps;
    }

    /** Called once, before any set is reconciled: who is told that a set's ConfigMaps have changed. It may not wait. */
    public void attach(Consumer<ResourceID> listener) {
        changed = listener;
    }

    /**
     * What these queries find, from now on; watches that the set needs no more are given up.
     *
     * @return resource version by name
     * @throws UnheardException as long as one of the watches has heard nothing
     */
    public synchronized Map<String, String> follow(ResourceID set, Set<ConfigMapQuery> queries) {
        for (ConfigMapQuery query : List.copyOf(watches.keySet())) {
            if (!queries.contains(query)) {
                leave(query, set);
            }
        }
        List<ConfigMapWatch> followed =
                queries.stream().map(query -> join(query, set)).toList();
        Map<String, String> versions = new HashMap<>();
        for (ConfigMapWatch watch : followed) {
            versions.putAll(watch.versions().orElseThrow(() -> new UnheardException(watch.fault())));
        }
        return versions;
    }

    private ConfigMapWatch join(ConfigMapQuery query, ResourceID set) {
        Followed followed = watches.computeIfAbsent(query, this::open);
        followed.sets().add(set);
        return followed.watch();
    }

    private Followed open(ConfigMapQuery query) {
        Set<ResourceID> sets = ConcurrentHashMap.newKeySet();
        return new Followed(maps.watch(query, () -> sets.forEach(changed)), sets);
    }

    private void leave(ConfigMapQuery query, ResourceID set) {
        Followed followed = watches.get(query);
        if (followed.sets().remove(set) && followed.sets().isEmpty()) {
            watches.remove(query);
            followed.watch().close();
        }
    }

    @PreDestroy
    synchronized void closeAll() {
        new HashSet<>(watches.keySet())
                .forEach(query -> watches.remove(query).watch().close());
    }
}
