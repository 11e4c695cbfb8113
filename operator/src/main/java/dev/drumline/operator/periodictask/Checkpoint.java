// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.operator.link.BrokerSight;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Up to when everything is done, in all partitions of a broker. A mark moves when something is fired: where nothing was due
 * since, everything is done up to now, however old the mark.
 */
final class Checkpoint {
    /** A mark so young is as good as now, and spares a look at every schedule of a busy partition. */
    private static final Duration YOUNG = Duration.ofSeconds(1);

    private final BrokerSight sight;
    private final ToIntFunction<String> partitionOf;
    private final Map<Integer, Instant> through = new HashMap<>();
    private final Set<Integer> decided = new HashSet<>();

    /** @param partitionOf of an entry's id */
    Checkpoint(BrokerSight sight, ToIntFunction<String> partitionOf) {
        this.sight = sight;
        this.partitionOf = partitionOf;
        sight.marks().forEach((partition, mark) -> {
            boolean young = mark.plus(YOUNG).isAfter(sight.seenAt());
            through.put(partition, young ? mark : sight.seenAt());
            if (young) {
                decided.add(partition);
            }
        });
    }

    /** Every schedule of the broker is to be added. */
    void add(String entryId, ScheduleSpec schedule) {
        int partition = partitionOf.applyAsInt(entryId);
        Optional<Instant> mark = sight.mark(partition);
        if (mark.isPresent() && !decided.contains(partition) && isDue(entryId, schedule, mark.get())) {
            through.put(partition, mark.get());
            decided.add(partition);
        }
    }

    /** Empty while nothing was ever stored. */
    Optional<Instant> firedThrough() {
        return through.values().stream().min(Instant::compareTo);
    }

    private boolean isDue(String entryId, ScheduleSpec schedule, Instant after) {
        return Schedules.parse(schedule, entryId)
                .next(after)
                .filter(due -> !due.isAfter(sight.seenAt()))
                .isPresent();
    }
}
