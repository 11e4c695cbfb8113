// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.periodictask.PeriodicTaskSpec;
import dev.drumline.crds.taskbroker.TaskBrokerSpec;
import dev.drumline.crds.workerpool.WorkerPoolSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;

/** The types assume the defaults that the API server fills in, for objects that never passed through one. */
class DefaultsTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    @Test
    void shouldAssumeTheDefaultsOfTheTaskBroker() {
        var spec = SERIALIZATION.unmarshal("redis: {url: 'redis://r:6379'}", TaskBrokerSpec.class);
        assertThat(spec).isEqualTo(SERIALIZATION.unmarshal("""
                        redis: {url: 'redis://r:6379', keyPrefix: 'drumline:'}
                        beat: {replicas: 2}
                        partitions: 64
                        minimumPeriod: 100ms
                        """, TaskBrokerSpec.class));
    }

    @Test
    void shouldAssumeTheDefaultsOfThePeriodicTask() {
        var spec = SERIALIZATION.unmarshal("schedule: {every: 10s}\ntask: t", PeriodicTaskSpec.class);
        assertThat(spec).isEqualTo(SERIALIZATION.unmarshal("""
                        brokerRef: {name: default}
                        schedule: {every: 10s}
                        suspend: false
                        catchUp: Latest
                        concurrencyPolicy: Allow
                        task: t
                        queue: celery
                        """, PeriodicTaskSpec.class));
    }

    @Test
    void shouldAssumeTheDefaultsOfTheWorkerPool() {
        var spec = SERIALIZATION.unmarshal("queues: [{name: metrics}]", WorkerPoolSpec.class);
        assertThat(spec).isEqualTo(SERIALIZATION.unmarshal("""
                        brokerRef: {name: default}
                        queues: [{name: metrics}]
                        concurrency: 8
                        drain: {gracePeriodSeconds: 600}
                        maxDeliveries: 5
                        worker: {}
                        """, WorkerPoolSpec.class));
    }
}
