// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.broker.schedule.MissReason;
import dev.drumline.crds.periodictask.MissedOccurrences;
import java.util.EnumMap;
import java.util.Map;

/** Counts by reason, as Redis and as a status has them. */
final class Missed {
    private Missed() {}

    /** Null where there are none. */
    static MissedOccurrences occurrences(Map<MissReason, Long> counts) {
        return counts.isEmpty()
                ? null
                : new MissedOccurrences(
                        counts.values().stream().mapToLong(Long::longValue).sum(),
                        counts.get(MissReason.DEADLINE),
                        counts.get(MissReason.SUPERSEDED),
                        counts.get(MissReason.QUEUE),
                        counts.get(MissReason.RUNNING));
    }

    /** @param occurrences may be null: none */
    static Map<MissReason, Long> counts(MissedOccurrences occurrences) {
        Map<MissReason, Long> counts = new EnumMap<>(MissReason.class);
        if (occurrences != null) {
            put(counts, MissReason.DEADLINE, occurrences.deadline());
            put(counts, MissReason.SUPERSEDED, occurrences.superseded());
            put(counts, MissReason.QUEUE, occurrences.queue());
            put(counts, MissReason.RUNNING, occurrences.running());
        }
        return counts;
    }

    private static void put(Map<MissReason, Long> counts, MissReason reason, Long count) {
        if (count != null) {
            counts.put(reason, count);
        }
    }
}
