// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.event;

import dev.drumline.crds.common.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** Tells the user, in events, what became of a resource. */
@FunctionalInterface
public interface Events {
    /** One event for this condition of the resource; the same again only raises its count. */
    void tell(HasMetadata subject, Condition condition);
}
