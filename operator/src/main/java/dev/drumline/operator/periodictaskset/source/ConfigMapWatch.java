// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.source;

import java.util.Map;
import java.util.Optional;

/** The ConfigMaps that a query finds, without what is in them. */
public interface ConfigMapWatch extends AutoCloseable {

    /** Resource version by name; empty as long as nothing was heard of the API server. */
    Optional<Map<String, String>> versions();

    /** Why nothing was heard, where that is known. */
    Optional<String> fault();

    @Override
    void close();
}
