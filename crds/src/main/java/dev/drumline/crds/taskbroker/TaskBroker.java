// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.taskbroker;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drumline.crds.Api;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** One Redis and the beats that fire into it. */
@JsonClassDescription(
        "One Redis and the beats that fire into it. PeriodicTasks and WorkerPools of the same namespace name it in brokerRef.")
@Group(Api.GROUP)
@Version(Api.VERSION)
@ShortNames("tb")
@Categories(Api.CATEGORY)
@AdditionalPrinterColumn(name = "Beats", jsonPath = ".status.beats", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Partitions",
        jsonPath = ".spec.partitions",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Held",
        jsonPath = ".status.partitionsHeld",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Schedules",
        jsonPath = ".status.schedules",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Ready",
        jsonPath = ".status.conditions[?(@.type==\"Ready\")].status",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Fired-Through",
        jsonPath = ".status.firedThroughTime",
        type = AdditionalPrinterColumn.Type.DATE,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Reason",
        jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason",
        type = AdditionalPrinterColumn.Type.STRING,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@ValidationRule(value = "self.metadata.name.size() <= 52", message = "metadata.name: must be at most 52 characters")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class TaskBroker extends CustomResource<TaskBrokerSpec, TaskBrokerStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    @Override
    protected TaskBrokerSpec initSpec() {
        return null;
    }

    @Override
    protected TaskBrokerStatus initStatus() {
        return null;
    }
}
