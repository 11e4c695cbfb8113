// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.schedule.partition.Partitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Wants schedules, and writes them until Redis has them; a write may be lost, or done twice since its answer was. */
final class Operator {

    private static final Duration AGAIN = Duration.ofMillis(400);
    private static final long SLOWEST_TO_SEE_MILLIS = 1_500;

    private final Simulation simulation;
    private final Server server;
    private final Host host;
    private final int partitions;
    private final Map<String, ScheduleEntry> wanted = new TreeMap<>();
    private final List<String> names = new ArrayList<>();
    private long generation;

    Operator(Simulation simulation, Server server, Host host, Scenario scenario) {
        this.simulation = simulation;
        this.server = server;
        this.host = host;
        this.partitions = scenario.partitions();
        if (scenario.entries() == 0) {
            wantOneInEachPartition();
        } else {
            wantAllKinds(scenario);
        }
        write();
    }

    private void wantAllKinds(Scenario scenario) {
        SplittableRandom random = new SplittableRandom(scenario.seed() + 1);
        for (int i = 0; i < scenario.entries(); i++) {
            names.add("default/e" + i);
            want(entries(random).entry("default/e" + i));
        }
    }

    private void wantOneInEachPartition() {
        Set<Integer> empty = new HashSet<>();
        for (int p = 0; p < partitions; p++) {
            empty.add(p);
        }
        for (int i = 0; !empty.isEmpty(); i++) {
            String name = "default/e" + i;
            if (empty.remove(Partitions.of(name, partitions))) {
                want(Entries.often(name));
            }
        }
    }

    Map<String, ScheduleEntry> wanted() {
        return wanted;
    }

    private Entries entries(SplittableRandom random) {
        return new Entries(random, server.redis().millis(), ++generation);
    }

    private void want(ScheduleEntry entry) {
        wanted.put(entry.id(), entry);
    }

    /** Somebody changes, deletes or makes a few tasks. */
    void edit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            String name = names.get(random.nextInt(names.size()));
            ScheduleEntry old = wanted.get(name);
            Entries entries = entries(random);
            switch (random.nextInt(4)) {
                case 0 -> wanted.remove(name);
                case 1, 2 -> want(old == null ? entries.entry(name) : entries.withAnotherTask(old));
                default -> want(entries.entry(name));
            }
        }
        write();
    }

    /** As soon as it is seen that Redis may have lost something. */
    void writeSoon() {
        simulation.after(Duration.ofMillis(simulation.random().nextLong(1, SLOWEST_TO_SEE_MILLIS)), this::write);
    }

    /** Brings Redis to what is wanted. */
    void write() {
        boolean lost = simulation.random().nextInt(8) == 0;
        if (!host.isUp() || host.isOutOfMemory() || lost) {
            simulation.after(AGAIN, this::write);
            return;
        }
        writeAll();
        boolean answerLost = simulation.random().nextInt(8) == 0;
        if (answerLost) {
            simulation.after(AGAIN, this::write);
        }
    }

    private void writeAll() {
        Map<Integer, List<ScheduleEntry>> upserts = new HashMap<>();
        Map<Integer, List<String>> deletes = new HashMap<>();
        Map<String, StoredEntry> stored = new HashMap<>();
        for (int p = 0; p < partitions; p++) {
            server.entries(p).forEach(entry -> stored.put(entry.id(), entry));
        }
        wanted.forEach((id, entry) -> {
            StoredEntry there = stored.get(id);
            if (there == null || !there.says(entry)) {
                upserts.computeIfAbsent(Partitions.of(id, partitions), p -> new ArrayList<>())
                        .add(entry);
            }
        });
        stored.keySet().stream().filter(id -> !wanted.containsKey(id)).sorted().forEach(id -> deletes.computeIfAbsent(
                        Partitions.of(id, partitions), p -> new ArrayList<>())
                .add(id));
        for (int p = 0; p < partitions; p++) {
            if (upserts.containsKey(p) || deletes.containsKey(p)) {
                server.edit(p, upserts.getOrDefault(p, List.of()), deletes.getOrDefault(p, List.of()));
            }
        }
    }
}
