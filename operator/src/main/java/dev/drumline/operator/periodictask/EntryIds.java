// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** The identity of a task's schedule, from which partition, phase and task ids are derived. */
final class EntryIds {
    private EntryIds() {}

    static String of(HasMetadata task) {
        return task.getMetadata().getNamespace() + "/" + task.getMetadata().getName();
    }

    /** Whether an entry belongs to this namespace: brokers of two namespaces may share a Redis. */
    static boolean isOf(String namespace, String entryId) {
        return entryId.startsWith(namespace + "/");
    }
}
