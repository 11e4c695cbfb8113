// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.testing;

import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.workerpool.WorkerPool;

/** Small valid resources. */
public final class Samples {
    private Samples() {}

    public static PeriodicTask task() {
        return task("schedule: {every: 10s}");
    }

    /** @param spec the schedule and further lines of the spec, each a YAML line of its own */
    public static PeriodicTask task(String schedule, String... spec) {
        return Yaml.read("""
                apiVersion: drumline.dev/v1beta1
                kind: PeriodicTask
                metadata: {name: check, namespace: shop, uid: u1, generation: 1}
                spec:
                  task: monitor.check
                """ + indented(schedule) + indented(spec), PeriodicTask.class);
    }

    /** @param rows where they are, each a YAML line of the spec */
    public static PeriodicTaskSet set(String template, String... rows) {
        return Yaml.read("""
                apiVersion: drumline.dev/v1beta1
                kind: PeriodicTaskSet
                metadata:
                  {name: checks, namespace: shop, uid: u4, generation: 1, creationTimestamp: '2026-03-01T00:00:00Z'}
                spec:
                """ + indented("template: " + template) + indented(rows), PeriodicTaskSet.class);
    }

    public static TaskBroker broker() {
        return broker("redis: {url: 'redis://redis:6379'}");
    }

    /** @param spec where Redis is and further lines of the spec, each a YAML line of its own */
    public static TaskBroker broker(String redis, String... spec) {
        return Yaml.read("""
                apiVersion: drumline.dev/v1beta1
                kind: TaskBroker
                metadata: {name: default, namespace: shop, uid: u2, generation: 1}
                spec:
                """ + indented(redis) + indented(spec), TaskBroker.class);
    }

    public static WorkerPool pool() {
        return pool("queues: [{name: metrics}]");
    }

    /** @param spec the queues and further lines of the spec, each a YAML line of its own */
    public static WorkerPool pool(String... spec) {
        return Yaml.read("""
                apiVersion: drumline.dev/v1beta1
                kind: WorkerPool
                metadata: {name: metrics, namespace: shop, uid: u3, generation: 1}
                spec:
                """ + indented(spec), WorkerPool.class);
    }

    private static String indented(String... lines) {
        return String.join("\n", lines).indent(2);
    }
}
