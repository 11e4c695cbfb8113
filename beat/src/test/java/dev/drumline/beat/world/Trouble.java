// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import java.time.Duration;

/** One line of a run's script: something goes wrong, or somebody does something. */
sealed interface Trouble {

    /** When, since the run began. */
    long atMillis();

    void strike(World world);

    default void prepare(World world) {}

    /** SIGSTOP, and SIGCONT later. */
    record StopBeat(long atMillis, int beat, long millis) implements Trouble {
        @Override
        public void strike(World world) {
            world.process(beat).ifPresent(process -> {
                process.stop();
                world.after(millis, process::goOn);
            });
        }
    }

    /** SIGKILL, and a new process later. */
    record KillBeat(long atMillis, int beat, long millis) implements Trouble {
        @Override
        public void strike(World world) {
            world.process(beat).ifPresent(process -> {
                process.kill();
                world.after(millis, () -> world.start(beat));
            });
        }
    }

    /** SIGKILL at a moment of the next call of a script, and a new process later. */
    record KillBeatAtCall(long atMillis, int beat, String script, Wire.Moment moment, long millis) implements Trouble {
        @Override
        public void strike(World world) {
            world.process(beat).ifPresent(process -> process.wire().at(moment, script, () -> {
                process.kill();
                world.after(millis, () -> world.start(beat));
            }));
        }
    }

    /** SIGTERM, and a new process later, as in a rolling update. */
    record TerminateBeat(long atMillis, int beat, long millis) implements Trouble {
        @Override
        public void strike(World world) {
            world.process(beat).ifPresent(process -> {
                process.terminate();
                world.after(millis, () -> world.start(beat));
            });
        }
    }

    /** A connection is reset; what had been sent may still arrive, so much later. */
    record ResetConnection(long atMillis, int beat, long lateMillis) implements Trouble {
        @Override
        public void strike(World world) {
            world.process(beat).ifPresent(process -> process.wire().breakOff(Duration.ofMillis(lateMillis)));
        }
    }

    /** A connection is half open: nothing arrives any more, and nobody is told until it is reset. */
    record SilentConnection(long atMillis, int beat, long millis) implements Trouble {
        @Override
        public void strike(World world) {
            world.process(beat).ifPresent(process -> {
                process.wire().fallSilent();
                world.after(millis, () -> process.wire().breakOff(Duration.ZERO));
            });
        }
    }

    /** The network holds back what is sent both ways. */
    record StallConnection(long atMillis, int beat, long millis) implements Trouble {
        @Override
        public void strike(World world) {
            world.process(beat).ifPresent(process -> process.wire().stall(Duration.ofMillis(millis)));
        }
    }

    /** Redis does nothing for a while, as when a script runs for long. */
    record HangRedis(long atMillis, long millis) implements Trouble {
        @Override
        public void strike(World world) {
            world.hang(millis);
        }
    }

    /** Redis dies; it comes back, or its replica in its place, without the last of its history and with another clock. */
    record RestartRedis(long atMillis, long lostMillis, long downMillis, long clockMillis) implements Trouble {
        @Override
        public void prepare(World world) {
            world.saveFor(this);
        }

        @Override
        public void strike(World world) {
            world.restart(this);
        }
    }

    /** FLUSHALL. */
    record EmptyRedis(long atMillis) implements Trouble {
        @Override
        public void strike(World world) {
            world.empty();
        }
    }

    /** A partition's keys are deleted. */
    record EmptyPartition(long atMillis, int partition) implements Trouble {
        @Override
        public void strike(World world) {
            world.empty(partition);
        }
    }

    record JumpClock(long atMillis, long millis) implements Trouble {
        @Override
        public void strike(World world) {
            world.server().jump(millis);
        }
    }

    record FillMemory(long atMillis, long millis) implements Trouble {
        @Override
        public void strike(World world) {
            world.host().outOfMemory(true);
            world.after(millis, () -> world.host().outOfMemory(false));
        }
    }

    /** SCRIPT FLUSH. */
    record ForgetScripts(long atMillis) implements Trouble {
        @Override
        public void strike(World world) {
            world.host().forgetScripts();
        }
    }

    /** A queue's key holds something else for a while. */
    record BreakQueue(long atMillis, long millis) implements Trouble {
        @Override
        public void strike(World world) {
            world.breakQueue(millis);
        }
    }

    /** The stream of changes is cut. */
    record TrimChanges(long atMillis) implements Trouble {
        @Override
        public void strike(World world) {
            world.server().trimChanges();
        }
    }

    /** The operator writes what somebody wants otherwise now. */
    record Edit(long atMillis, long seed) implements Trouble {
        @Override
        public void strike(World world) {
            world.operator().edit(seed);
        }
    }
}
