// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictaskset;

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

/** Many schedules from one object: a template and rows. */
@JsonClassDescription("Many schedules from one object: a template and rows. Each row is rendered into one schedule.")
@Group(Api.GROUP)
@Version(Api.VERSION)
@ShortNames("pts")
@Categories(Api.CATEGORY)
@AdditionalPrinterColumn(name = "Rows", jsonPath = ".status.rows", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Accepted",
        jsonPath = ".status.acceptedRows",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Rejected",
        jsonPath = ".status.rejectedRows",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Ready",
        jsonPath = ".status.conditions[?(@.type==\"Ready\")].status",
        type = AdditionalPrinterColumn.Type.STRING)
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
public final class PeriodicTaskSet extends CustomResource<PeriodicTaskSetSpec, PeriodicTaskSetStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    @Override
    protected PeriodicTaskSetSpec initSpec() {
        return null;
    }

    @Override
    protected PeriodicTaskSetStatus initStatus() {
        return null;
    }
}
