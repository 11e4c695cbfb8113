// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.partition.FireBatch.Missed;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.StoredEntry;
import java.util.List;

/** One line of Redis' history; {@code millis} is Redis' clock. */
sealed interface Happened {

    long millis();

    int partition();

    /**
     * A batch was applied.
     *
     * @param held whether the sender held the partition
     * @param missed what the beat let go
     * @param queued messages that went onto their lists
     * @param noRoom messages for which there was no room
     * @param forbidden messages whose predecessors had not ended
     */
    record Fired(
            long millis,
            int partition,
            String holder,
            boolean held,
            Mark to,
            List<Missed> missed,
            List<Message> queued,
            List<Message> noRoom,
            List<Message> forbidden)
            implements Happened {}

    /**
     * Entries were written or deleted.
     *
     * @param mark of the partition
     */
    record Edited(long millis, int partition, Mark mark, List<StoredEntry> written, List<String> deleted)
            implements Happened {}

    /**
     * A partition changed hands.
     *
     * @param previousEnd when the lease of the previous holder ended or ends; 0 when it was given back
     */
    record Taken(long millis, int partition, long epoch, String holder, long previousEnd) implements Happened {}

    /** A delayed message went onto its list. */
    record Moved(long millis, int partition, Message message) implements Happened {}

    /** A delayed message stays until then, since its list is no list. */
    record Postponed(long millis, int partition, Message message, long untilMillis) implements Happened {}
}
