// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.source;

import dev.drumline.crds.periodictaskset.ConfigMapRows;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Some ConfigMaps of a namespace: those with certain labels, or a single one by its name. */
public record ConfigMapQuery(String namespace, Optional<String> name, Optional<LabelSelector> selector) {

    /** @param rows valid ones */
    public static Set<ConfigMapQuery> of(String namespace, ConfigMapRows rows) {
        return rows.names() == null
                ? Set.of(new ConfigMapQuery(namespace, Optional.empty(), Optional.of(Selectors.read(rows.selector()))))
                : rows.names().stream()
                        .map(name -> new ConfigMapQuery(namespace, Optional.of(name), Optional.empty()))
                        .collect(Collectors.toSet());
    }
}
