// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.entry;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * The identity of a schedule, from which partition, phase and task ids are derived: {@code <namespace>/<name>} of a
 * PeriodicTask, {@code <namespace>/rows/<key>} of a PeriodicTaskSet's row. No name has a slash, so the two never meet.
 */
public final class EntryIds {
    private static final String ROWS = "/rows/";

    private EntryIds() {}

    public static String of(HasMetadata task) {
        return task.getMetadata().getNamespace() + "/" + task.getMetadata().getName();
    }

    public static String ofRow(String namespace, String key) {
        return namespace + ROWS + key;
    }

    /** Whether an entry belongs to a PeriodicTask of this namespace: brokers of two namespaces may share a Redis. */
    public static boolean isTaskOf(String namespace, String entryId) {
        return entryId.startsWith(namespace + "/") && !isRowOf(namespace, entryId);
    }

    public static boolean isRowOf(String namespace, String entryId) {
        return entryId.startsWith(namespace + ROWS);
    }

    /** @param rowId one that {@link #isRowOf} says yes to */
    public static String rowKey(String namespace, String rowId) {
        return rowId.substring(namespace.length() + ROWS.length());
    }
}
