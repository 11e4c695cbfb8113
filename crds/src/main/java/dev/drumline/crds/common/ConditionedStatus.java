// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.common;

import java.util.List;

/** A status that explains itself. */
public interface ConditionedStatus {
    List<Condition> conditions();
}
