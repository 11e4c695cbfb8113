// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import dev.drumline.broker.schedule.StoredEntry;
import java.util.List;

/** A partition at one instant: its mark, the version of its schedules, and they themselves. */
public record PartitionSnapshot(LeaseReply.State state, List<StoredEntry> entries) {}
