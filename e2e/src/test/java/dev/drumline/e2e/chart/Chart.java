// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import dev.drumline.e2e.Checkout;
import dev.drumline.e2e.Manifests;
import java.nio.file.Path;
import java.util.List;

/** A chart of this checkout in the hands of the real Helm engine, without a cluster. */
record Chart(String name) {

    static final Chart DRUMLINE = new Chart("drumline");
    static final Chart CRDS = new Chart("drumline-crds");

    Path folder() {
        return Checkout.path("helm/" + name);
    }

    /**
     * What would be installed as release {@code drumline} into namespace {@code drumline-system}.
     *
     * @throws IllegalStateException with Helm's own sentence if the values are refused
     */
    String render(Path values) {
        return new Helm(folder())
                .template()
                .withName("drumline")
                .withNamespace("drumline-system")
                .withKubeVersion("1.36.0")
                .withValuesFile(values)
                .call();
    }

    List<JsonNode> manifests(Path values) {
        return Manifests.parse(render(values));
    }

    LintResult lint() {
        return new Helm(folder()).lint().strict().call();
    }
}
