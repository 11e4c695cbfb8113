// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import dev.drumline.broker.Keys;
import dev.drumline.broker.schedule.ScheduleEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A broker of four partitions that is to be what the suites say, on a real Redis or in memory, and a way past it to its keys. */
interface TestBroker {

    Keys KEYS = new Keys(Keys.DEFAULT_PREFIX);
    int PARTITIONS = 4;

    FiringStore store();

    /** Writes and deletes entries; how many were changed. */
    default long edit(List<ScheduleEntry> upserts, List<String> deletes) {
        return edit(upserts, deletes, Optional.empty());
    }

    long edit(List<ScheduleEntry> upserts, List<String> deletes, Optional<Instant> checkpoint);

    /** How many partitions were given another mark. */
    long begin(Instant checkpoint, Instant oldest);

    /** Its clock. */
    long millis();

    Map<String, String> hash(String key);

    void put(String key, String field, String value);

    void putText(String key, String text);

    /** Null where there is none. */
    String text(String key);

    void delete(String key);

    /** The items of a list, the one that was pushed last before the others. */
    List<String> list(String key);

    void push(String key, String item);

    /** The members of a sorted set with their scores. */
    Map<String, Long> sortedSet(String key);

    void add(String key, long score, String member);

    /** The stream of changes loses what it holds. */
    void trimChanges();

    static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
