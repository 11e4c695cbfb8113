// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.single;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import dev.drumline.broker.schedule.StoredEntry;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The task that a command is about, as the broker has it. */
public final class StoredTask {

    @Parameters(
            paramLabel = "NAME",
            description = "A PeriodicTask; in another namespace NAMESPACE/NAME; a set's row NAMESPACE/rows/KEY.")
    private String name;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            defaultValue = "default",
            description = "Where a NAME alone is (default: ${DEFAULT-VALUE}).")
    private String namespace;

    String id() {
        return name.contains("/") ? name : namespace + "/" + name;
    }

    ScheduleEntry read(ScheduleStore schedules) {
        return answer(schedules.entry(id()))
                .map(StoredEntry::entry)
                .orElseThrow(() -> new IllegalStateException("the broker has no task " + id()
                        + ": it is suspended, over or refused, or another broker's (kubectl describe tells)"));
    }

    static <T> T answer(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "the broker can't be asked: " + e.getCause().getMessage(), e);
        }
    }
}
