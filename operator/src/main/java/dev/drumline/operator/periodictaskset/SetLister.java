// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset;

import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import java.util.List;

/** Asks the API server itself for all sets of a namespace. */
@FunctionalInterface
public interface SetLister {
    List<PeriodicTaskSet> list(String namespace);
}
