// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.clockwork;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From one occurrence of a cron or crontab rule to the next, over a century that begins with 2026. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CronNextBenchmark {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2126-01-01T00:00:00Z");

    /** The kind of the rule, its five fields, and the zone. */
    @Param("cron * * * * * UTC")
    public String rule;

    private Schedule schedule;
    private long dueMillis = BEGIN.toEpochMilli();

    private ExecutionTime peer;
    private ZonedDateTime begin;
    private ZonedDateTime end;
    private ZonedDateTime due;

    @Setup
    public void parse() {
        String[] words = rule.split(" ");
        String zone = words[6];
        schedule = Schedules.parse(ScheduleSpec.of(rule(words)).in(zone), "bench");
        peer = ExecutionTime.forCron(
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(expression(words)));
        begin = BEGIN.atZone(ZoneId.of(zone));
        end = END.atZone(ZoneId.of(zone));
        due = begin;
    }

    private static Rule rule(String[] words) {
        return words[0].equals("cron")
                ? new Rule.Cron(expression(words))
                : new Rule.Crontab(words[1], words[2], words[5], words[3], words[4]);
    }

    private static String expression(String[] words) {
        return String.join(" ", Arrays.copyOfRange(words, 1, 6));
    }

    @Benchmark
    public long ours() {
        dueMillis = schedule.nextMillis(dueMillis);
        if (dueMillis > END.toEpochMilli()) {
            dueMillis = BEGIN.toEpochMilli();
        }
        return dueMillis;
    }

    @Benchmark
    public ZonedDateTime cronUtils() {
        due = peer.nextExecution(due).orElse(begin);
        if (due.isAfter(end)) {
            due = begin;
        }
        return due;
    }
}
