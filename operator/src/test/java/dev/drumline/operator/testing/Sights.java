// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.testing;

import dev.drumline.broker.status.BeatReport;
import dev.drumline.broker.status.BrokerStatus;
import dev.drumline.broker.status.LatenessMs;
import dev.drumline.broker.status.QueueStatus;
import dev.drumline.broker.status.WorkerReport;
import dev.drumline.operator.link.BrokerSight;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Redis might show of a broker. */
public final class Sights {
    private Sights() {}

    public static BrokerSight nothing() {
        return storing(0);
    }

    public static BrokerSight storing(long schedules) {
        return new BrokerSight(Instant.EPOCH, reports(0, List.of(), Map.of()), 0, schedules, Map.of(), false);
    }

    public static BrokerSight beating(int beats, int partitionsHeld) {
        return new BrokerSight(Instant.EPOCH, reports(beats, List.of(), Map.of()), partitionsHeld, 0, Map.of(), false);
    }

    /** @param missed occurrences since the broker began */
    public static BrokerSight missing(long missed) {
        BrokerStatus reports =
                new BrokerStatus(0, missed, new LatenessMs(0, 0, 0, 0, 0), List.of(), Map.of(), Map.of());
        return new BrokerSight(Instant.EPOCH, reports, 0, 0, Map.of(), false);
    }

    /** @param mark of every partition */
    public static BrokerSight firedUntil(Instant mark) {
        Map<Integer, Instant> marks = new HashMap<>();
        for (int partition = 0; partition < 64; partition++) {
            marks.put(partition, mark);
        }
        return new BrokerSight(mark, reports(1, List.of(), Map.of()), 64, 0, marks, false);
    }

    public static BrokerStatus reports(int beats, List<QueueStatus> queues, Map<String, WorkerReport> workers) {
        Map<String, BeatReport> beatReports = new HashMap<>();
        for (int i = 0; i < beats; i++) {
            beatReports.put("beat-" + i, new BeatReport(null, 0, 0, 0, Map.of(), Set.of(), null));
        }
        return new BrokerStatus(0, 0, new LatenessMs(0, 0, 0, 0, 0), queues, beatReports, workers);
    }
}
