// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.drumline.crds.common.BrokerRef;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import java.util.List;

/** What a WorkerPool asks for. */
@ValidationRule(
        value = "!(has(self.replicas) && has(self.autoscaling))",
        message = "owned by spec.autoscaling; remove one of the two",
        fieldPath = ".replicas")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkerPoolSpec(
        @JsonPropertyDescription("""
                The TaskBroker whose queues are drained. Default: the TaskBroker named default in \
                this namespace.""") @Default("{\"name\":\"default\"}")
        BrokerRef brokerRef,

        @JsonPropertyDescription("""
                The queues to drain, 1 to 64; within a priority the first one that holds a message \
                is served first. A change rolls the workers.""")
        @Required
        @Size(max = 100)
        @ValidationRule(value = """
                        self.size() >= 1 && self.size() <= 64 \
                        && self.all(q, self.exists_one(o, o.name == q.name))""", message = "list 1 to 64 distinct names")
        List<QueueSpec> queues,

        @JsonPropertyDescription("""
                Tasks at once in one worker, 1 to 1000. Default 8. A change rolls the workers.""")
        @Default("8")
        @ValidationRule(value = "self >= 1 && self <= 1000", message = "must be 1-1000")
        Integer concurrency,

        @JsonPropertyDescription("""
                How many workers run, 0 to 10000; kubectl scale sets it. Default 1. Owned by \
                autoscaling when that is set.""") @Min(0) @Max(10000) @SpecReplicas
        Integer replicas,

        @JsonPropertyDescription("""
                Lets the operator choose the number of workers. Default: replicas says it. Not yet \
                supported.""") AutoscalingSpec autoscaling,
        @JsonPropertyDescription("""
                How a worker stops.""") @Default("{}") DrainSpec drain,

        @JsonPropertyDescription("""
                How often a message is delivered before it is set aside as a dead letter, 1 to 1000. \
                Default 5.""") @Default("5") @Min(1) @Max(1000)
        Integer maxDeliveries,

        @JsonPropertyDescription("""
                What runs: the Drumline worker, or any Celery image.""") @Default("{}") WorkerSpec worker) {
    public static final int DEFAULT_REPLICAS = 1;
    public static final int DEFAULT_CONCURRENCY = 8;
    public static final int DEFAULT_MAX_DELIVERIES = 5;

    public WorkerPoolSpec {
        brokerRef = brokerRef == null ? BrokerRef.DEFAULT : brokerRef;
        queues = queues == null ? List.of() : List.copyOf(queues);
        concurrency = concurrency == null ? DEFAULT_CONCURRENCY : concurrency;
        drain = drain == null ? DrainSpec.DEFAULT : drain;
        maxDeliveries = maxDeliveries == null ? DEFAULT_MAX_DELIVERIES : maxDeliveries;
        worker = worker == null ? WorkerSpec.DEFAULT : worker;
    }
}
