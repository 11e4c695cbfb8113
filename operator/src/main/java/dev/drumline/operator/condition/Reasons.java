// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.condition;

/** The reasons of conditions and events: programs may rely on them, so each is written once. */
public final class Reasons {
    public static final String ACCEPTED = "Accepted";
    public static final String COMPLETED = "Completed";
    public static final String SUSPENDED = "Suspended";
    public static final String INVALID_SPEC = "InvalidSpec";
    public static final String NOT_YET_SUPPORTED = "NotYetSupported";
    public static final String BROKER_NOT_FOUND = "BrokerNotFound";
    public static final String BROKER_NOT_READY = "BrokerNotReady";
    public static final String REDIS_UNREACHABLE = "RedisUnreachable";
    public static final String REDIS_REACHABLE = "RedisReachable";
    public static final String NO_EVICTION = "NoEviction";
    public static final String EVICTION_ENABLED = "EvictionEnabled";
    public static final String PARTITIONS_UNHELD = "PartitionsUnheld";
    public static final String ALL_PARTITIONS_HELD = "AllPartitionsHeld";
    public static final String NO_BEATS = "NoBeats";
    public static final String WORKERS_READY = "WorkersReady";
    public static final String WORKERS_STARTING = "WorkersStarting";
    public static final String SCALED_TO_ZERO = "ScaledToZero";

    private Reasons() {}
}
