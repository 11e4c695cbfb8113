// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Every key that Drumline reads or writes. Drumline's own keys carry the prefix; the keys that Celery and Kombu share
 * with us have their fixed names.
 *
 * @param prefix put before each of Drumline's own keys, such as {@code drumline:}
 */
public record Keys(String prefix) {

    public static final String DEFAULT_PREFIX = "drumline:";

    /** Hash: delivery tag to the JSON array of message, exchange and routing key (kombu/transport/redis.py). */
    public static final String UNACKED = "unacked";

    /** Sorted set: delivery tag by the time it was taken or last refreshed, in seconds. */
    public static final String UNACKED_INDEX = "unacked_index";

    /** Kombu's priority steps: a message of priority p waits in the list of the last step at or below p. */
    public static final List<Integer> PRIORITY_STEPS = List.of(0, 3, 6, 9);

    private static final String PRIORITY_SEPARATOR = "\u0006\u0016";

    /** Hash: mark, version, holder, leaseEnd, epoch, fired, missed. */
    public String partition(int partition) {
        return prefix + "partition:" + partition;
    }

    public List<String> partitions(int count) {
        return IntStream.range(0, count).mapToObj(this::partition).toList();
    }

    /** Hash: entry id to the stored form of a {@link dev.drumline.broker.schedule.ScheduleEntry}. */
    public String schedule(int partition) {
        return prefix + "schedule:" + partition;
    }

    /** Sorted set: {@code <list key>\n<message>} by the time, in milliseconds, at which it goes onto its list. */
    public String delayed(int partition) {
        return prefix + "delayed:" + partition;
    }

    /** Hash: {@code <entry id> <reason>} to how many of the entry's occurrences were let go for that reason. */
    public String missed(int partition) {
        return missedOfPartitions() + partition;
    }

    /** What {@link #missed} begins with. */
    public String missedOfPartitions() {
        return prefix + "missed:";
    }

    /**
     * String: the task id of the entry's occurrence that was queued last, until it has ended. Only where the next one would
     * be skipped or would replace it; it expires.
     */
    public String running(String entryId) {
        return prefix + "running:" + entryId;
    }

    /** Sorted set: ids of tasks that are not to run, or to go on, by the time in milliseconds at which they were revoked. */
    public String revoked() {
        return prefix + "revoked";
    }

    /** String: this occurrence outside its rule was queued; it expires. */
    public String once(String taskId) {
        return prefix + "once:" + taskId;
    }

    /** Stream: partition, its version before and after an edit, and the ids that the edit touched. */
    public String changes() {
        return prefix + "changes";
    }

    /** Hash: queue to its settings in JSON. */
    public String queues() {
        return prefix + "queues";
    }

    /** Sorted set: live beats by heartbeat, in milliseconds. */
    public String beats() {
        return prefix + "beats";
    }

    /** String: what a beat reports of itself, in JSON; it expires with its beat. */
    public String beat(String beat) {
        return prefix + "beat:" + beat;
    }

    /** Sorted set: live workers by heartbeat, in milliseconds. */
    public String workers() {
        return prefix + "workers";
    }

    /** String: what a worker reports of itself, in JSON; it expires with its worker. */
    public String worker(String worker) {
        return prefix + "worker:" + worker;
    }

    /** Hash: delivery tag to the list that the message was taken from. */
    public String inflight(String worker) {
        return prefix + "inflight:" + worker;
    }

    /** Hash: delivery tag to how often its message was restored. */
    public String deliveries() {
        return prefix + "deliveries";
    }

    /** List: the dead letters of a queue, newest first. */
    public String dead(String queue) {
        return prefix + "dead:" + queue;
    }

    /** The lists of a queue, first served first. */
    public static List<String> queueLists(String queue) {
        return PRIORITY_STEPS.stream().map(step -> queueList(queue, step)).toList();
    }

    /**
     * The list on which a message of this priority waits.
     *
     * @param priority 0 to 9, 0 is served first
     */
    public static String queueList(String queue, int priority) {
        int step = PRIORITY_STEPS.get(priorityStep(priority));
        return step == 0 ? queue : queue + PRIORITY_SEPARATOR + step;
    }

    /** Where the list of this priority stands in {@link #queueLists}. */
    public static int priorityStep(int priority) {
        return Math.clamp(priority, 0, 9) / 3;
    }

    /** The result of a task as Celery's Redis backend keeps it; also the channel on which it is announced. */
    public static String result(String taskId) {
        return "celery-task-meta-" + taskId;
    }

    /** The channel on which Celery's workers hear remote control (kombu/transport/redis.py, fanout). */
    public static String remoteControl(int database) {
        return "/" + database + ".celery.pidbox";
    }
}
