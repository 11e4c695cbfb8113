// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.StoredEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How Redis differs from the resources.
 *
 * @param missing entries that are not stored, or not as they should be
 * @param surplus stored entries that nothing asks for
 */
record Drift(List<String> missing, List<String> surplus) {

    /** @param left entries to be left as they are, stored or not */
    static Drift between(Collection<ScheduleEntry> desired, Collection<StoredEntry> stored, Set<String> left) {
        Map<String, StoredEntry> byId = stored.stream().collect(Collectors.toMap(StoredEntry::id, entry -> entry));
        List<String> missing = desired.stream()
                .filter(entry ->
                        !byId.containsKey(entry.id()) || !byId.get(entry.id()).says(entry))
                .map(ScheduleEntry::id)
                .toList();
        Set<String> wanted = desired.stream().map(ScheduleEntry::id).collect(Collectors.toSet());
        List<String> surplus = byId.keySet().stream()
                .filter(id -> !wanted.contains(id) && !left.contains(id))
                .toList();
        return new Drift(missing, surplus);
    }

    boolean isNone() {
        return missing.isEmpty() && surplus.isEmpty();
    }
}
