// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.SeccompProfileBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import java.util.List;

/** Fills in what the pod security standard "restricted" asks for, where nothing is said. */
public final class RestrictedPod {
    private RestrictedPod() {}

    public static PodTemplateSpec secure(PodTemplateSpec template) {
        PodTemplateSpec secured = new PodTemplateSpecBuilder(template).build();
        PodSpec spec = secured.getSpec();
        if (spec.getSecurityContext() == null) {
            spec.setSecurityContext(new PodSecurityContext());
        }
        secure(spec.getSecurityContext());
        spec.getContainers().forEach(RestrictedPod::secure);
        List<Container> first = spec.getInitContainers();
        if (first != null) {
            first.forEach(RestrictedPod::secure);
        }
        return secured;
    }

    private static void secure(PodSecurityContext pod) {
        if (pod.getRunAsNonRoot() == null) {
            pod.setRunAsNonRoot(true);
        }
        if (pod.getSeccompProfile() == null) {
            pod.setSeccompProfile(
                    new SeccompProfileBuilder().withType("RuntimeDefault").build());
        }
    }

    private static void secure(Container container) {
        SecurityContext given = container.getSecurityContext();
        SecurityContext context = given == null ? new SecurityContext() : given;
        if (context.getAllowPrivilegeEscalation() == null) {
            context.setAllowPrivilegeEscalation(false);
        }
        if (context.getCapabilities() == null) {
            context = new SecurityContextBuilder(context)
                    .withNewCapabilities()
                    .withDrop("ALL")
                    .endCapabilities()
                    .build();
        }
        container.setSecurityContext(context);
    }
}
