// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.periodictask.PeriodicTask;
import java.util.List;

/** Asks the API server itself for all tasks of a namespace. */
@FunctionalInterface
public interface TaskLister {
    List<PeriodicTask> list(String namespace);
}
