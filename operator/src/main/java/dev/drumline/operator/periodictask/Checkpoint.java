// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.operator.link.BrokerSight;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Up to when everything is done, in all partitions of a broker. A mark moves when something is fired: where nothing was due
 * since, everything is done up to now, however old the mark.
 */
final class Checkpoint {
    private Checkpoint() {}

    /**
     * @param entries what the broker's tasks ask for
     * @param partitionOf of an entry's id
     * @return empty while nothing was ever stored
     */
    static Optional<Instant> of(
            BrokerSight sight, Collection<ScheduleEntry> entries, ToIntFunction<String> partitionOf) {
        Map<Integer, Instant> through = new HashMap<>();
        sight.marks().keySet().forEach(partition -> through.put(partition, sight.seenAt()));
        for (ScheduleEntry entry : entries) {
            int partition = partitionOf.applyAsInt(entry.id());
            sight.mark(partition)
                    .filter(mark -> isDue(entry, mark, sight.seenAt()))
                    .ifPresent(mark -> through.put(partition, mark));
        }
        return through.values().stream().min(Instant::compareTo);
    }

    private static boolean isDue(ScheduleEntry entry, Instant after, Instant until) {
        return Schedules.parse(entry.schedule(), entry.id())
                .next(after)
                .filter(due -> !due.isAfter(until))
                .isPresent();
    }
}
