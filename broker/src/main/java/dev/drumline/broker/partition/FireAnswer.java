// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import dev.drumline.broker.schedule.Mark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one batch.
 *
 * @param mark as stored before the batch
 * @param version as stored
 * @param pushed how many messages of each group went onto their list; the rest of a group found no room. {@link #FORBIDDEN}
 *     where a guarded one was let go because the one before it has not ended. Empty unless fired
 */
public record FireAnswer(Status status, Optional<Mark> mark, Optional<Long> version, List<Integer> pushed) {

    public static final int FORBIDDEN = -1;

    public enum Status {
        /** The mark moved, and the messages are on their lists. */
        FIRED,
        /** By Redis' clock it is not the time yet that the batch names. */
        EARLY,
        /** The stored mark is not the batch's {@code from}. */
        MOVED,
        /** The schedules were edited since. */
        EDITED,
        /** The caller does not hold the partition, or its lease is over. */
        LOST,
        /** Redis knows no such partition. */
        MISSING,
        /** The partition's key holds something else. */
        BROKEN;

        static Status parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    public boolean fired() {
        return status == Status.FIRED;
    }
}
