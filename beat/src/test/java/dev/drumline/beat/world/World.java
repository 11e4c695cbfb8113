// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.Keys;
import dev.drumline.broker.partition.FiringStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Beats, a Redis and an operator, in a time of their own, and the trouble that they have. */
final class World {

    /** How long after everything is healed all that is overdue must be done: a call's timeout and a heartbeat. */
    private static final long RECOVERY_MILLIS = 3_500;

    /** What may lie between an occurrence and its message when nothing is wrong. */
    private static final long CALM_MILLIS = 150;

    /** More than that is a loop that waits for nothing. */
    private static final int MOST_TURNS_IN_SECOND = 1_500;

    private static final long AFTERMATH_MILLIS = 6_000;
    private static final long CONSUMER_MILLIS = 400;

    private final Scenario scenario;
    private final UnaryOperator<FiringStore> habit;
    private final Simulation simulation;
    private final Host host = new Host();
    private final Server server;
    private final Operator operator;
    private final List<BeatProcess> processes = new ArrayList<>();
    private final List<BeatProcess> everStarted = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Map<Trouble.RestartRedis, Save> saves = new HashMap<>();

    private record Save(int life, Server.Saved saved) {}

    World(Scenario scenario, Run run) {
        this.scenario = scenario;
        this.habit = run.habit();
        this.simulation = new Simulation(scenario.seed());
        this.server = new Server(
                () -> scenario.began().toEpochMilli() * 1_000 + simulation.nanos() / 1_000,
                scenario.partitions(),
                run.flaws());
        server.redis().hset(Server.KEYS.queues(), Entries.NARROW, "5");
        this.operator = new Operator(simulation, server, host, scenario);
        for (int beat = 0; beat < scenario.beats(); beat++) {
            processes.add(null);
            start(beat);
        }
        consume();
        scenario.troubles().forEach(trouble -> {
            trouble.prepare(this);
            at(trouble.atMillis(), () -> trouble.strike(this));
        });
    }

    Server server() {
        return server;
    }

    Host host() {
        return host;
    }

    Operator operator() {
        return operator;
    }

    Simulation simulation() {
        return simulation;
    }

    /** The beat of this number, while there is one. */
    Optional<BeatProcess> process(int beat) {
        return Optional.of(processes.get(beat)).filter(BeatProcess::isAlive);
    }

    void at(long millis, Runnable what) {
        simulation.at(millis * 1_000_000, what);
    }

    void after(long millis, Runnable what) {
        simulation.after(Duration.ofMillis(millis), what);
    }

    /** Starts a beat where none is. */
    void start(int beat) {
        BeatProcess old = processes.get(beat);
        if (old == null || !old.isAlive()) {
            String holder = "beat-" + beat + "-" + everStarted.size();
            BeatProcess process = new BeatProcess(simulation, host, server, scenario, holder, habit);
            processes.set(beat, process);
            everStarted.add(process);
        }
    }

    void hang(long millis) {
        host.hangUntil(simulation.nanos() + Duration.ofMillis(millis).toNanos());
    }

    /** Remembers the keys as they are at that time, for this restart. */
    void saveFor(Trouble.RestartRedis restart) {
        at(restart.atMillis() - restart.lostMillis(), () -> saves.put(restart, new Save(host.life(), server.save())));
    }

    void restart(Trouble.RestartRedis restart) {
        complaints.addAll(new Judge().hear(server.history()).complaints());
        Save save = saves.get(restart);
        if (save.life() == host.life()) {
            server.restore(save.saved());
        }
        host.kill();
        processes.forEach(process -> process.wire().breakOff(Duration.ZERO));
        server.jump(restart.clockMillis());
        after(restart.downMillis(), () -> {
            host.start();
            operator.writeSoon();
        });
    }

    void empty() {
        complaints.addAll(new Judge().hear(server.history()).complaints());
        server.restore(Server.NOTHING);
        operator.writeSoon();
    }

    void empty(int partition) {
        complaints.addAll(new Judge().hear(server.history()).complaints());
        server.empty(partition);
        operator.writeSoon();
    }

    void breakQueue(long millis) {
        server.redis().set(Entries.BRITTLE, "no list");
        after(millis, this::mendQueue);
    }

    private void mendQueue() {
        if (server.redis().type(Entries.BRITTLE).equals("string")) {
            server.redis().del(Entries.BRITTLE);
        }
    }

    /** Workers take the messages, but few of a queue that is meant to be full now and then, and end half of the tasks. */
    private void consume() {
        if (host.isUp()) {
            for (String queue : List.of(Entries.PLAIN, Entries.NARROW, Entries.BRITTLE)) {
                for (String list : Keys.queueLists(queue)) {
                    consume(
                            list,
                            queue.equals(Entries.NARROW) ? simulation.random().nextInt(4) : Integer.MAX_VALUE);
                }
            }
        }
        after(CONSUMER_MILLIS, this::consume);
    }

    private void consume(String list, int most) {
        for (int i = 0; i < most && server.redis().type(list).equals("list"); i++) {
            Message taken = Message.read(server.redis().rpop(list));
            if (simulation.random().nextBoolean()) {
                server.redis().del(Server.KEYS.running(taken.entryId()));
            }
        }
    }

    /** Runs it all, and says what was wrong. */
    List<String> run() {
        simulation.runUntil(scenario.millis() * 1_000_000);
        heal();
        simulation.runUntil((scenario.millis() + RECOVERY_MILLIS) * 1_000_000);
        complaints.addAll(verdict());
        simulation.runUntil((scenario.millis() + AFTERMATH_MILLIS) * 1_000_000);
        complaints.addAll(verdict());
        operator.wanted().forEach((id, entry) -> {
            if (!server.has(entry)) {
                complaints.add("not stored: " + id);
            }
        });
        for (BeatProcess process : everStarted) {
            if (process.mostTurnsInSecond() > MOST_TURNS_IN_SECOND) {
                complaints.add(process.holder() + " spins: " + process.mostTurnsInSecond() + " turns in a second");
            }
        }
        return complaints;
    }

    private void heal() {
        host.start();
        host.outOfMemory(false);
        mendQueue();
        for (int beat = 0; beat < processes.size(); beat++) {
            processes.get(beat).wire().noMoreAmbush();
            processes.get(beat).goOn();
            start(beat);
        }
    }

    private List<String> verdict() {
        Judge judge = new Judge().hear(server.history());
        judge.settle(server.redis().millis(), CALM_MILLIS);
        return judge.complaints();
    }
}
