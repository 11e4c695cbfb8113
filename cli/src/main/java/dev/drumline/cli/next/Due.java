// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.next;

import dev.drumline.cli.task.TaskEntry.Task;
import java.time.Instant;
import java.util.List;

/** The occurrences of a task that were asked for. */
record Due(Task task, List<Instant> occurrences) {}
