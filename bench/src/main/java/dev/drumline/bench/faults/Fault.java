// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is done to beats, and how soon everything fires again. */
enum Fault {
    KILL("kill -9 of one of three beats, again and again", 3, true) {
        @Override
        List<Duration> inflict(Ground ground) throws IOException, InterruptedException {
            List<Duration> recoveries = new ArrayList<>();
            for (int round = 0; round < ground.rounds(); round++) {
                String name = beatName(round % beats());
                ground.trial().beat(name).kill();
                recoveries.add(ground.trial().recovery(Instant.now()));
                ground.trial().startBeat(name);
                Thread.sleep(SETTLE);
            }
            return recoveries;
        }
    },
    PAUSE("SIGSTOP of one of two beats", 2, true) {
        @Override
        List<Duration> inflict(Ground ground) throws IOException, InterruptedException {
            ground.trial().beat(beatName(0)).pause();
            Instant from = Instant.now();
            Duration recovery = ground.trial().recovery(from);
            Thread.sleep(ground.pause().minus(recovery));
            ground.trial().beat(beatName(0)).resume();
            Thread.sleep(SETTLE);
            return List.of(recovery);
        }
    },
    SCALE("1 to 4 beats and back to 1", 1, true) {
        @Override
        List<Duration> inflict(Ground ground) throws IOException, InterruptedException {
            ground.trial().gaps().watch();
            for (int beat = 1; beat < 4; beat++) {
                ground.trial().startBeat(beatName(beat));
            }
            Thread.sleep(ground.pause());
            for (int beat = 1; beat < 4; beat++) {
                ground.trial().stopBeat(beatName(beat));
            }
            Thread.sleep(SETTLE);
            ground.trial().gaps().stop();
            return List.of();
        }
    },
    REDIS_KILL("kill -9 of Redis with AOF, again and again", 2, false) {
        @Override
        List<Duration> inflict(Ground ground) throws IOException, InterruptedException {
            List<Duration> recoveries = new ArrayList<>();
            for (int round = 0; round < ground.rounds(); round++) {
                ground.redis().kill();
                Thread.sleep(DOWN);
                ground.redis().restart();
                recoveries.add(ground.trial().recovery(Instant.now()));
                Thread.sleep(SETTLE);
            }
            return recoveries;
        }
    },
    FAILOVER("kill -9 of the primary; Sentinel makes the replica the new one", 2, false) {
        @Override
        List<Duration> inflict(Ground ground) throws IOException, InterruptedException {
            ground.redis().kill();
            Duration recovery = ground.trial().recovery(Instant.now());
            Thread.sleep(SETTLE);
            return List.of(recovery);
        }
    },
    FAILOVER_FROM_A_HANGING_PRIMARY("SIGSTOP of the primary; Sentinel makes the replica the new one", 2, false) {
        @Override
        List<Duration> inflict(Ground ground) throws IOException, InterruptedException {
            ground.redis().pause();
            Duration recovery = ground.trial().recovery(Instant.now());
            Thread.sleep(SETTLE);
            ground.redis().resume();
            Thread.sleep(SETTLE);
            return List.of(recovery);
        }
    };

    /** Until leases are where they belong again. */
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private static final Duration DOWN = Duration.ofSeconds(1);

    private final String story;
    private final int beats;
    private final boolean consumed;

    Fault(String story, int beats, boolean consumed) {
        this.story = story;
        this.beats = beats;
        this.consumed = consumed;
    }

    /** @return how long it took each time until each partition had fired what was due when the fault began */
    abstract List<Duration> inflict(Ground ground) throws IOException, InterruptedException;

    /** Its name on the command line. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String story() {
        return story;
    }

    /** With how many it begins. */
    int beats() {
        return beats;
    }

    /**
     * Whether messages are taken while they come. When Redis itself fails they stay on their list until the end: the list is
     * the history that survived, and no pop can be lost with its answer.
     */
    boolean isConsumed() {
        return consumed;
    }

    boolean needsSentinel() {
        return this == FAILOVER || this == FAILOVER_FROM_A_HANGING_PRIMARY;
    }

    static String beatName(int number) {
        return "beat-" + number;
    }
}
