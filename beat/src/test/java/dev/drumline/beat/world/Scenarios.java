// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes a scenario of a seed. Each has some kinds of trouble and not others, which finds more than a little of everything in each
 * (Groce and others, Swarm Testing, 2012).
 */
final class Scenarios {

    private static final long SHORTEST_MILLIS = 8_000;
    private static final long LONGEST_MILLIS = 60_000;

    /** Where clocks change, where a leap day is, and an afternoon like others. */
    private static final List<Instant> BEGINNINGS = List.of(
            Instant.parse("2026-03-29T00:59:45Z"),
            Instant.parse("2026-10-25T00:59:45Z"),
            Instant.parse("2028-02-28T23:59:45Z"),
            Instant.parse("2026-06-11T14:23:51Z"));

    private final SplittableRandom random;
    private final long millis;
    private final int beats;
    private final int partitions;

    private enum Kind {
        STOP,
        KILL,
        KILL_AT_CALL,
        TERMINATE,
        RESET,
        SILENCE,
        STALL,
        HANG,
        RESTART,
        EMPTY,
        EMPTY_PARTITION,
        CLOCK,
        MEMORY,
        SCRIPTS,
        QUEUE,
        TRIM,
        EDIT
    }

    private Scenarios(long seed) {
        random = new SplittableRandom(seed);
        // Short ones more often than long ones.
        millis = SHORTEST_MILLIS + (long) ((LONGEST_MILLIS - SHORTEST_MILLIS) * Math.pow(random.nextDouble(), 3));
        beats = random.nextInt(1, 5);
        partitions = random.nextInt(1, 7);
    }

    static Scenario of(long seed) {
        return new Scenarios(seed).scenario(seed);
    }

    private Scenario scenario(long seed) {
        return new Scenario(
                seed,
                oneOf(BEGINNINGS),
                beats,
                partitions,
                random.nextInt(1, 13),
                millis,
                random.nextInt(4) == 0 ? 0.05 : 0.0001,
                random.nextInt(4) == 0 ? 20_000 : 1_500,
                troubles());
    }

    private List<Trouble> troubles() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            if (random.nextInt(3) == 0) {
                kinds.add(kind);
            }
        }
        List<Kind> choices = List.copyOf(kinds);
        List<Trouble> troubles = new ArrayList<>();
        int count = choices.isEmpty() ? 0 : random.nextInt(1, 4 + (int) (millis / 2_000));
        for (int i = 0; i < count; i++) {
            troubles.add(trouble(oneOf(choices)));
        }
        troubles.sort(Comparator.comparingLong(Trouble::atMillis));
        return List.copyOf(troubles);
    }

    private Trouble trouble(Kind kind) {
        long at = random.nextLong(100, millis - 100);
        int beat = random.nextInt(beats);
        return switch (kind) {
            case STOP -> new Trouble.StopBeat(at, beat, within(at, 120_000));
            case KILL -> new Trouble.KillBeat(at, beat, within(at, 5_000));
            case KILL_AT_CALL ->
                new Trouble.KillBeatAtCall(
                        at,
                        beat,
                        oneOf(List.of("fire", "fire", "lease", "load", "move")),
                        oneOf(List.of(Wire.Moment.values())),
                        within(at, 5_000));
            case TERMINATE -> new Trouble.TerminateBeat(at, beat, within(at, 5_000));
            case RESET -> new Trouble.ResetConnection(at, beat, random.nextBoolean() ? 0 : within(at, 4_000));
            case SILENCE -> new Trouble.SilentConnection(at, beat, within(at, 10_000));
            case STALL -> new Trouble.StallConnection(at, beat, within(at, 8_000));
            case HANG -> new Trouble.HangRedis(at, within(at, 5_000));
            case RESTART ->
                new Trouble.RestartRedis(
                        at,
                        random.nextBoolean() ? 0 : random.nextLong(Math.min(at, 3_000)),
                        within(at, 3_000),
                        random.nextBoolean() ? 0 : jump());
            case EMPTY -> new Trouble.EmptyRedis(at);
            case EMPTY_PARTITION -> new Trouble.EmptyPartition(at, random.nextInt(partitions));
            case CLOCK -> new Trouble.JumpClock(at, jump());
            case MEMORY -> new Trouble.FillMemory(at, within(at, 5_000));
            case SCRIPTS -> new Trouble.ForgetScripts(at);
            case QUEUE -> new Trouble.BreakQueue(at, within(at, 5_000));
            case TRIM -> new Trouble.TrimChanges(at);
            case EDIT -> new Trouble.Edit(at, random.nextLong());
        };
    }

    /** A duration that is over before all is healed; short ones more often than long ones. */
    private long within(long atMillis, long most) {
        double share = Math.pow(random.nextDouble(), 3);
        return 1 + (long) (share * (Math.min(most, millis - atMillis) - 1));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** How far a clock jumps: mostly by little, seldom by a lot, back as often as ahead. */
    private long jump() {
        long most = oneOf(List.of(50L, 500L, 5_000L, 60_000L));
        return random.nextLong(-most, most + 1);
    }
}
