// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What an oracle found, and what a schedule must therefore answer, whichever way it is asked.
 *
 * @param due all that is due after {@code after} and at or before {@code through}
 */
public record Agreement(Instant after, Instant through, List<Instant> due) {

    public void check(Schedule schedule, Random random, String description) {
        assertThat(schedule.between(after, through, Integer.MAX_VALUE))
                .as("between, %s", description)
                .isEqualTo(due);
        assertThat(backwards(schedule)).as("previous, %s", description).isEqualTo(due.reversed());
        assertThat(schedule.count(after.toEpochMilli(), through.toEpochMilli()))
                .as("count, %s", description)
                .isEqualTo(due.size());
        long from = random.nextLong(after.toEpochMilli(), through.toEpochMilli() + 1);
        long to = random.nextLong(after.toEpochMilli(), through.toEpochMilli() + 1);
        assertThat(schedule.count(from, to))
                .as("count from %d to %d, %s", from, to, description)
                .isEqualTo(due.stream()
                        .filter(at -> at.toEpochMilli() > from && at.toEpochMilli() <= to)
                        .count());
    }

    private List<Instant> backwards(Schedule schedule) {
        List<Instant> found = new ArrayList<>();
        long at = schedule.previousMillis(through.toEpochMilli() + 1);
        while (at > after.toEpochMilli()) {
            found.add(Instant.ofEpochMilli(at));
            at = schedule.previousMillis(at);
        }
        return found;
    }
}
