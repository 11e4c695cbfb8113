// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.condition;

/** The reasons of conditions and events: programs may rely on them, so each is written once. */
public final class Reasons {
    public static final String ACCEPTED = "Accepted";
    public static final String COMPLETED = "Completed";
    public static final String SUSPENDED = "Suspended";
    public static final String READING_ROWS = "ReadingRows";
    public static final String ALL_ROWS_READ = "AllRowsRead";
    public static final String ROWS_UNREADABLE = "RowsUnreadable";
    public static final String CONFIG_MAPS_UNREADABLE = "ConfigMapsUnreadable";
    public static final String CONFIG_MAP_MISSING = "ConfigMapMissing";
    public static final String NOTHING_SELECTED = "NothingSelected";
    public static final String ALL_ROWS_ACCEPTED = "AllRowsAccepted";
    public static final String ROWS_REJECTED = "RowsRejected";
    public static final String NO_CONFLICT = "NoConflict";
    public static final String KEY_CONFLICT = "KeyConflict";
    public static final String INVALID_SPEC = "InvalidSpec";
    public static final String NOT_YET_SUPPORTED = "NotYetSupported";
    public static final String BROKER_NOT_FOUND = "BrokerNotFound";
    public static final String BROKER_NOT_READY = "BrokerNotReady";
    public static final String REDIS_UNREACHABLE = "RedisUnreachable";
    public static final String REDIS_REACHABLE = "RedisReachable";
    public static final String NO_EVICTION = "NoEviction";
    public static final String EVICTION_ENABLED = "EvictionEnabled";
    public static final String DATA_LOST = "DataLost";
    public static final String PARTITIONS_UNHELD = "PartitionsUnheld";
    public static final String ALL_PARTITIONS_HELD = "AllPartitionsHeld";
    public static final String NO_BEATS = "NoBeats";
    public static final String WORKERS_READY = "WorkersReady";
    public static final String WORKERS_STARTING = "WorkersStarting";
    public static final String SCALED_TO_ZERO = "ScaledToZero";

    /** Events alone. */
    public static final String OCCURRENCES_MISSED = "OccurrencesMissed";

    public static final String RUN_NOW = "RunNow";

    private Reasons() {}
}
