// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rest of what an edit does is in EditContract. */
class ScheduleStoreIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private final ScheduleStore store = new ScheduleStore(REDIS.link(), new Keys(Keys.DEFAULT_PREFIX), 8);

    @Test
    void shouldReadBackWhatItWrote() throws Exception {
        ScheduleEntry entry = entry("default/check");

        long changed =
                store.edit(List.of(entry), List.of()).toCompletableFuture().get();

        assertThat(changed).isEqualTo(1);
        StoredEntry stored = store.entries(store.partitionOf(entry.id()))
                .toCompletableFuture()
                .get()
                .getFirst();
        assertThat(stored.entry()).isEqualTo(entry);
        assertThat(stored.says(entry)).isTrue();
    }

    @Test
    void shouldWriteManyEntriesOfAllPartitions() throws Exception {
        List<ScheduleEntry> entries = IntStream.range(0, 5_000)
                .mapToObj(i -> entry("default/check-" + i))
                .toList();

        long changed = store.edit(entries, List.of()).toCompletableFuture().get();

        assertThat(changed).isEqualTo(5_000);
        assertThat(store.entries(3).toCompletableFuture().get())
                .allSatisfy(stored -> assertThat(store.partitionOf(stored.id())).isEqualTo(3));
    }

    private static ScheduleEntry entry(String id) {
        return new ScheduleEntry(
                id,
                ScheduleSpec.of(new Rule.Every("10s", null)),
                new TaskCall("task"),
                Delivery.to("q"),
                MissPolicy.DEFAULT);
    }
}
