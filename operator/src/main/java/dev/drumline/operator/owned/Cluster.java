// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.owned;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Where desired objects go. */
@FunctionalInterface
public interface Cluster {
    /** Makes the object so, by server-side apply in the operator's name; fields of others stay as they are. */
    void apply(HasMetadata desired);
}
