// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A process' connection to Redis, as Lettuce keeps it for us: calls arrive in the order in which they were sent, answers too; a
 * call without an answer fails after three seconds; while there is no connection every call fails at once, and nothing is sent
 * twice.
 */
final class Wire {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int SHORTEST_RECONNECT_MILLIS = 10;
    private static final int LONGEST_RECONNECT_MILLIS = 500;

    private final Simulation simulation;
    private final Host host;
    private final long slowestMicros;
    private final Executor process;
    private Connection connection;
    private Ambush ambush;
    private boolean closed;

    /** Where in a call something happens. */
    enum Moment {
        /** It was not sent yet. */
        BEFORE,
        /** The server has carried it out, and its answer is on the way. */
        INSIDE,
        /** Its answer is here, and nobody has looked at it yet. */
        AFTER
    }

    /** Something that happens once, in the next call of a script. */
    private record Ambush(Moment moment, String script, Runnable what) {}

    /** One connection, from its beginning to its end. */
    private static final class Connection {
        private final int life;
        private final List<Call<?>> underWay = new ArrayList<>();
        private long lastArrival;
        private long lastDelivery;
        private long stalledUntil;
        private boolean silent;
        private boolean broken;

        Connection(int life) {
            this.life = life;
        }
    }

    private static final class Call<T> {
        private final String script;
        private final boolean writes;
        private final Supplier<CompletionStage<T>> command;
        private final long sentNanos;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private boolean arrived;
        private boolean lost;
        private long heldUntil;
        private boolean whole;

        Call(String script, boolean writes, long sentNanos, Supplier<CompletionStage<T>> command) {
            this.script = script;
            this.writes = writes;
            this.sentNanos = sentNanos;
            this.command = command;
        }
    }

    /**
     * @param slowestMicros how long a message travels at most when nothing is wrong
     * @param process runs what happens in the process, while it lives and is not stopped
     */
    Wire(Simulation simulation, Host host, long slowestMicros, Executor process) {
        this.simulation = simulation;
        this.host = host;
        this.slowestMicros = slowestMicros;
        this.process = process;
        connect();
    }

    <T> CompletionStage<T> command(Supplier<CompletionStage<T>> command) {
        return send(new Call<>(null, false, simulation.nanos(), command));
    }

    <T> CompletionStage<T> script(String name, Supplier<CompletionStage<T>> command) {
        return send(new Call<>(name, false, simulation.nanos(), command));
    }

    /** A script that needs memory. */
    <T> CompletionStage<T> writing(String name, Supplier<CompletionStage<T>> command) {
        return send(new Call<>(name, true, simulation.nanos(), command));
    }

    private <T> CompletionStage<T> send(Call<T> call) {
        passes(Moment.BEFORE, call);
        if (connection == null) {
            return CompletableFuture.failedStage(new RedisException("not connected"));
        }
        if (connection.underWay.isEmpty()) {
            watch(connection, simulation.nanos() + TIMEOUT.toNanos());
        }
        connection.underWay.add(call);
        travel(connection, call);
        return call.answer;
    }

    /** Lets calls fail whose answer does not come in time. */
    private void watch(Connection over, long nanos) {
        simulation.at(
                nanos,
                () -> process.execute(() -> {
                    long sentBefore = simulation.nanos() - TIMEOUT.toNanos();
                    for (Call<?> call : List.copyOf(over.underWay)) {
                        if (call.sentNanos <= sentBefore && !call.answer.isDone()) {
                            call.answer.completeExceptionally(new RedisException("no answer in time"));
                        }
                    }
                    over.underWay.removeIf(call -> call.answer.isDone());
                    if (!over.underWay.isEmpty()) {
                        watch(over, over.underWay.getFirst().sentNanos + TIMEOUT.toNanos());
                    }
                }));
    }

    private <T> void travel(Connection over, Call<T> call) {
        if (over.silent || over.broken) {
            return;
        }
        over.lastArrival = Math.max(over.lastArrival, Math.max(over.stalledUntil, simulation.nanos() + delay()));
        simulation.at(over.lastArrival, () -> arrive(over, call));
    }

    private <T> void arrive(Connection over, Call<T> call) {
        long later = Math.max(call.heldUntil, host.hangsUntilNanos());
        if (later > simulation.nanos()) {
            simulation.at(later, () -> arrive(over, call));
            return;
        }
        if (call.lost || host.life() != over.life) {
            return;
        }
        call.arrived = true;
        if (call.script != null && !call.whole && !host.knows(call.script)) {
            reply(over, () -> sendWhole(over, call));
            return;
        }
        if (call.script != null) {
            host.learn(call.script);
        }
        CompletionStage<T> outcome = call.writes && host.isOutOfMemory()
                ? CompletableFuture.failedStage(new RedisException("OOM command not allowed"))
                : call.command.get();
        passes(Moment.INSIDE, call);
        reply(
                over,
                () -> outcome.whenComplete((answer, fault) -> {
                    if (fault == null) {
                        call.answer.complete(answer);
                    } else {
                        call.answer.completeExceptionally(fault);
                    }
                    passes(Moment.AFTER, call);
                }));
    }

    /** In the next call of this script, at this moment of it, this happens. */
    void at(Moment moment, String script, Runnable what) {
        ambush = new Ambush(moment, script, what);
    }

    /** What waits for a call waits no more. */
    void noMoreAmbush() {
        ambush = null;
    }

    private void passes(Moment moment, Call<?> call) {
        if (ambush != null && ambush.moment() == moment && ambush.script().equals(call.script)) {
            Runnable what = ambush.what();
            ambush = null;
            what.run();
        }
    }

    /** Redis does not know the script: it is sent once more, with its text. */
    private <T> void sendWhole(Connection over, Call<T> call) {
        call.whole = true;
        call.arrived = false;
        if (over == connection) {
            travel(over, call);
        } else {
            call.answer.completeExceptionally(new RedisException("not connected"));
        }
    }

    private void reply(Connection over, Runnable answered) {
        if (over.silent || over.broken) {
            return;
        }
        over.lastDelivery = Math.max(over.lastDelivery, Math.max(over.stalledUntil, simulation.nanos() + delay()));
        simulation.at(over.lastDelivery, () -> {
            if (!over.silent && !over.broken) {
                process.execute(answered);
            }
        });
    }

    private long delay() {
        return 1_000 * simulation.random().nextLong(50, slowestMicros);
    }

    /** For so long nothing travels; then all of it arrives. */
    void stall(Duration time) {
        if (connection != null) {
            connection.stalledUntil = simulation.nanos() + time.toNanos();
        }
    }

    /** From now on nothing arrives, and nobody is told. */
    void fallSilent() {
        if (connection != null) {
            connection.silent = true;
        }
    }

    /**
     * The connection breaks: of the calls that are under way the first ones still reach the server, so much later, and no answer
     * comes back.
     */
    void breakOff(Duration late) {
        Connection over = connection;
        if (over == null || over.broken) {
            return;
        }
        over.broken = true;
        boolean lost = false;
        for (Call<?> call : over.underWay) {
            if (!call.arrived) {
                lost |= simulation.random().nextInt(3) == 0;
                call.lost = lost;
                call.heldUntil = simulation.nanos() + late.toNanos();
            }
        }
        process.execute(() -> {
            if (connection == over) {
                connection = null;
                List.copyOf(over.underWay)
                        .forEach(call -> call.answer.completeExceptionally(new RedisException("connection closed")));
                reconnect();
            }
        });
    }

    /** The process is gone. */
    void close() {
        closed = true;
        breakOff(Duration.ZERO);
        connection = null;
    }

    private void connect() {
        if (closed) {
            return;
        }
        if (host.isUp()) {
            connection = new Connection(host.life());
        } else {
            reconnect();
        }
    }

    private void reconnect() {
        long millis = simulation.random().nextLong(SHORTEST_RECONNECT_MILLIS, LONGEST_RECONNECT_MILLIS);
        simulation.after(Duration.ofMillis(millis), () -> process.execute(this::connect));
    }
}
