// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.schedule.MissReason;
import dev.drumline.broker.schedule.MissedCounts;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.StoredEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The schedules that a broker holds. Every stage fails where Redis can't be asked. */
public interface BrokerSchedules {

    int partitionOf(String entryId);

    /** Writes and deletes; writing the same again changes nothing. */
    CompletionStage<Long> edit(Collection<ScheduleEntry> upserts, Collection<String> deletes);

    /**
     * Lets partitions be fired that have no mark, or one older than the oldest: from the checkpoint on.
     *
     * @return how many these were
     */
    CompletionStage<Long> begin(Instant checkpoint, Instant oldest);

    int partitions();

    /** All that is stored in a partition. */
    CompletionStage<List<StoredEntry>> stored(int partition);

    /** What was let go of every entry since it was stored. */
    CompletionStage<MissedCounts> missed();

    /** What was let go of this entry since it was stored, by reason. */
    CompletionStage<Map<MissReason, Long>> missed(String entryId);

    /** Queues one more occurrence, due now; false when one with this task id was queued before, for as long as that is known. */
    CompletionStage<Boolean> queueNow(ScheduleEntry entry, String taskId);
}
