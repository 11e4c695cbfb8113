// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.single;

import dev.drumline.broker.delayed.SingleOccurrences;
import dev.drumline.broker.message.TaskIds;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import dev.drumline.cli.BrokerOptions;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Queues one more occurrence of a task, due now.",
            "A suspended task is not in the broker: annotate it with drumline.dev/run-now instead."
        })
public final class RunCommand implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private StoredTask task;

    @Option(
            names = "--as",
            paramLabel = "WORD",
            description = "Names the run: with the same word it is queued once, for a week (default: the time).")
    private String word;

    @Spec
    private CommandSpec spec;

    public RunCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (RedisLink link = broker.open()) {
            ScheduleEntry entry = task.read(new ScheduleStore(link, broker.keys(), broker.partitions()));
            String taskId =
                    TaskIds.ofRunNow(entry.id(), word == null ? clock.instant().toString() : word);
            boolean fresh = StoredTask.answer(
                    new SingleOccurrences(link, broker.keys(), broker.partitions()).queueNow(entry, taskId, "cli"));
            spec.commandLine().getOut().println((fresh ? "queued as task " : "known already as task ") + taskId);
        }
        return 0;
    }
}
