// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import dev.drumline.broker.delayed.Delayed;
import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.schedule.Changes;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.broker.work.WorkLink;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What a beat needs of the broker. Every call is carried out whole or not at all; a stage that fails says nothing of
 * whether it was.
 */
public interface FiringStore {

    CompletionStage<FireReply> fire(String holder, List<FireBatch> batches);

    CompletionStage<LeaseReply> lease(LeaseRequest request);

    /** Gives everything back; the answer is how many partitions that were. */
    CompletionStage<Integer> leave(String holder);

    CompletionStage<PartitionSnapshot> load(int partition);

    /** The entries with these ids as they are now; those that are gone are left out. */
    CompletionStage<List<StoredEntry>> read(int partition, List<String> ids);

    /** Where the stream of changes ends now. */
    CompletionStage<String> lastChange();

    /** The edits behind this point of the stream, so many at most that they can be read at once. */
    CompletionStage<Changes> changes(String afterId);

    CompletionStage<QueueSettings> queueSettings();

    /** As {@link WorkLink#restore}: where no worker lives, somebody must put back what a dead one held. */
    CompletionStage<List<WorkLink.Restored>> restore(Duration silence);

    /** Moves what is due of these partitions' delayed messages, at most {@code limit} of each. */
    CompletionStage<Delayed.Moved> moveDelayed(Collection<Integer> partitions, int limit);
}
