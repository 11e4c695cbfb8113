// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.source;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Optional;

/** The way to the ConfigMaps of a cluster. */
public interface ConfigMaps {

    /** With all that is in it, from the API server itself. */
    Optional<ConfigMap> read(String namespace, String name);

    /** @param changed called whenever the watch has something new to say; it may not wait */
    ConfigMapWatch watch(ConfigMapQuery query, Runnable changed);
}
