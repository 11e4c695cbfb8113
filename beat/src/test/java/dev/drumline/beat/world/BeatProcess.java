// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.beat.Beat;
import dev.drumline.beat.firing.FiringListener;
import dev.drumline.beat.firing.Mailbox;
import dev.drumline.beat.lease.LeaseKeeper;
import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.schedule.MissReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** A beat's process: its loop, its own monotonic clock, and what can befall it. */
final class BeatProcess implements Executor {

    /** What a turn takes at least. */
    private static final long TURN_NANOS = 50_000;

    private static final FiringListener NOBODY = new FiringListener() {
        @Override
        public void fired(String entryId, long latenessMicros) {}

        @Override
        public void missed(String entryId, MissReason reason) {}
    };

    private final Simulation simulation;
    private final String holder;
    private final Wire wire;
    private final FiringStore store;
    private final Beat beat;
    private final double clockRate;
    private final long clockOrigin;
    private final List<Runnable> waiting = new ArrayList<>();
    private State state = State.RUNNING;
    private long turnAt = Long.MAX_VALUE;
    private long turnedAt;
    private long second;
    private int turnsInSecond;
    private int mostTurnsInSecond;

    private enum State {
        RUNNING,
        STOPPED,
        LEAVING,
        GONE
    }

    /** @param habit changes how the beat sees its store, to show what a wrong beat would do */
    BeatProcess(
            Simulation simulation,
            Host host,
            Server server,
            Scenario scenario,
            String holder,
            UnaryOperator<FiringStore> habit) {
        this.simulation = simulation;
        this.holder = holder;
        this.clockRate = 1 + scenario.clockDrift() * (2 * simulation.random().nextDouble() - 1);
        this.clockOrigin = simulation.random().nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
        this.wire = new Wire(simulation, host, scenario.slowestMicros(), this);
        this.store = habit.apply(new Link(wire, server));
        this.beat = new Beat(
                new LeaseKeeper.Identity(holder, scenario.partitions()),
                store,
                NOBODY,
                new Mailbox(this::wake),
                this::nanoTime);
        turnAt(simulation.nanos());
    }

    Wire wire() {
        return wire;
    }

    String holder() {
        return holder;
    }

    boolean isAlive() {
        return state == State.RUNNING || state == State.STOPPED;
    }

    /** How many turns it took in its busiest second. */
    int mostTurnsInSecond() {
        return mostTurnsInSecond;
    }

    private long nanoTime() {
        return clockOrigin + (long) (simulation.nanos() * clockRate);
    }

    private void turn() {
        count();
        turnedAt = simulation.nanos();
        turnAt = Long.MAX_VALUE;
        long rest = beat.turn(() -> "{}");
        turnAt(turnedAt + Math.max(TURN_NANOS, (long) (rest / clockRate)));
    }

    private void count() {
        long now = simulation.nanos() / 1_000_000_000;
        turnsInSecond = now == second ? turnsInSecond + 1 : 1;
        mostTurnsInSecond = Math.max(mostTurnsInSecond, turnsInSecond);
        second = now;
    }

    private void wake() {
        turnAt(Math.max(turnedAt + TURN_NANOS, simulation.nanos()));
    }

    private void turnAt(long nanos) {
        if (nanos < turnAt) {
            turnAt = nanos;
            simulation.at(nanos, () -> {
                if (turnAt == nanos && state == State.RUNNING) {
                    turn();
                }
            });
        }
    }

    /** Runs it in this process: now, or when the process goes on, or never when it is gone. */
    @Override
    public void execute(Runnable event) {
        if (state == State.STOPPED) {
            waiting.add(event);
        } else if (state != State.GONE) {
            event.run();
        }
    }

    /** SIGSTOP. */
    void stop() {
        if (state == State.RUNNING) {
            state = State.STOPPED;
        }
    }

    /** SIGCONT. */
    void goOn() {
        if (state == State.STOPPED) {
            state = State.RUNNING;
            List<Runnable> events = List.copyOf(waiting);
            waiting.clear();
            events.forEach(this::execute);
            turnAt = Long.MAX_VALUE;
            wake();
        }
    }

    /** SIGKILL. */
    void kill() {
        state = State.GONE;
        wire.close();
    }

    /** SIGTERM, as the program takes it: no more turns, a goodbye, the end. */
    void terminate() {
        if (state == State.STOPPED) {
            goOn();
        }
        if (state == State.RUNNING) {
            state = State.LEAVING;
            store.leave(holder).whenComplete((given, fault) -> kill());
            simulation.after(Duration.ofSeconds(2), this::kill);
        }
    }
}
