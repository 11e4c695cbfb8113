// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import dev.drumline.crds.common.QueueName;
import dev.drumline.crds.workerpool.AutoscalingSpec;
import dev.drumline.crds.workerpool.EnvVariable;
import dev.drumline.crds.workerpool.QueueSpec;
import dev.drumline.crds.workerpool.ReservedEnv;
import dev.drumline.crds.workerpool.WorkerPool;
import dev.drumline.crds.workerpool.WorkerPoolSpec;
import dev.drumline.operator.pod.PodTemplates;
import java.util.List;

/** The rules of the schema once more, and those that a schema can't express. */
public final class WorkerPoolValidation {
    private static final int MAX_QUEUES = 64;
    private static final int MAX_CONCURRENCY = 1000;

    private WorkerPoolValidation() {}

    public static Verdict judge(WorkerPool pool) {
        WorkerPoolSpec spec = pool.getSpec();
        var findings = new Findings();
        NameRule.check(pool, findings);
        checkQueues(spec.queues(), findings);
        findings.require(
                        spec.concurrency() >= 1 && spec.concurrency() <= MAX_CONCURRENCY,
                        "spec.concurrency",
                        "must be 1-" + MAX_CONCURRENCY)
                .require(
                        spec.replicas() == null || spec.autoscaling() == null,
                        "spec.replicas",
                        "owned by spec.autoscaling; remove one of the two")
                .require(
                        spansReplicas(spec.autoscaling()),
                        "spec.autoscaling.maxReplicas",
                        "must be at least minReplicas")
                .later(spec.autoscaling() != null, "spec.autoscaling");
        checkEnv(spec.worker().env(), findings);
        findings.addAll(
                PodTemplates.problems("spec.worker.podTemplate", spec.worker().podTemplate()));
        return findings.verdict();
    }

    private static void checkQueues(List<QueueSpec> queues, Findings findings) {
        long distinct = queues.stream().map(QueueSpec::name).distinct().count();
        findings.require(
                !queues.isEmpty() && queues.size() <= MAX_QUEUES && distinct == queues.size(),
                "spec.queues",
                "list 1 to " + MAX_QUEUES + " distinct names");
        for (int i = 0; i < queues.size(); i++) {
            findings.require(QueueName.isValid(queues.get(i).name()), "spec.queues[" + i + "].name", QueueName.MESSAGE);
        }
    }

    private static boolean spansReplicas(AutoscalingSpec autoscaling) {
        return autoscaling == null
                || autoscaling.minReplicas() == null
                || autoscaling.maxReplicas() >= autoscaling.minReplicas();
    }

    private static void checkEnv(List<EnvVariable> env, Findings findings) {
        if (env != null) {
            env.stream()
                    .map(EnvVariable::name)
                    .filter(ReservedEnv.NAMES::contains)
                    .forEach(name -> findings.require(false, "spec.worker.env", name + " is set by the operator"));
        }
    }
}
