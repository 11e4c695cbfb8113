// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.reading;

import dev.drumline.crds.periodictaskset.ConfigMapRows;
import dev.drumline.crds.periodictaskset.ItemsFrom;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.operator.periodictaskset.ledger.RowSource;
import dev.drumline.operator.periodictaskset.ledger.SetId;
import dev.drumline.operator.periodictaskset.rows.RowFile;
import dev.drumline.operator.periodictaskset.source.ConfigMapQuery;
import dev.drumline.operator.periodictaskset.source.ConfigMapWatches;
import dev.drumline.operator.periodictaskset.source.ConfigMaps;
import dev.drumline.operator.periodictaskset.source.Found;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sources of a set's rows: the set itself, and ConfigMaps of its namespace. */
@ApplicationScoped
public class SetSources {
    private final ConfigMaps maps;
    private final ConfigMapWatches watches;

    public SetSources(ConfigMaps maps, ConfigMapWatches watches) {
        this.maps = maps;
        this.watches = watches;
    }

    /** @throws dev.drumline.operator.periodictaskset.source.UnheardException as long as that is not known */
    Found find(PeriodicTaskSet set) {
        ResourceID id = ResourceID.fromResource(set);
        ItemsFrom from = set.getSpec().itemsFrom();
        if (from == null) {
            watches.follow(id, Set.of());
            return Found.NONE;
        }
        ConfigMapRows rows = from.configMaps();
        return Found.of(
                rows, watches.follow(id, ConfigMapQuery.of(id.getNamespace().orElseThrow(), rows)));
    }

    /** All that there are, in the order in which rows count, each with a text that changes when its rows do. */
    SortedMap<RowSource, String> versions(PeriodicTaskSet set, Found found) {
        SetId id = SetId.of(set);
        SortedMap<RowSource, String> versions = new TreeMap<>();
        if (set.getSpec().items() != null) {
            versions.put(
                    RowSource.itemsOf(id), set.getMetadata().getGeneration().toString());
        }
        found.versions().forEach((name, version) -> versions.put(new RowSource(id, name), version));
        return versions;
    }

    /** Empty when the ConfigMap has gone meanwhile. */
    Optional<List<RowFile>> files(PeriodicTaskSet set, RowSource source) {
        return source.isItems()
                ? Optional.of(List.of(RowFile.of(set.getSpec().items())))
                : maps.read(source.set().namespace(), source.configMap()).map(RowFile::of);
    }

    void forget(ResourceID set) {
        watches.follow(set, Set.of());
    }
}
