// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.pod;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pod security standard "restricted", as far as a template can break it
 * (kubernetes.io/docs/concepts/security/pod-security-standards).
 */
final class PodSecurity {
    private final Set<String> violations = new LinkedHashSet<>();

    private PodSecurity() {}

    /** What breaks it, in the words of the standard; empty when nothing does. */
    static List<String> violations(PodTemplateSpec template) {
        var check = new PodSecurity();
        check.pod(template.getSpec());
        return List.copyOf(check.violations);
    }

    private void pod(PodSpec spec) {
        flag(isTrue(spec.getHostNetwork()), "hostNetwork");
        flag(isTrue(spec.getHostPID()), "hostPID");
        flag(isTrue(spec.getHostIPC()), "hostIPC");
        orEmpty(spec.getVolumes()).forEach(this::volume);
        PodSecurityContext pod = spec.getSecurityContext();
        flag(isFalse(pod.getRunAsNonRoot()), "runAsNonRoot=false");
        flag(isRoot(pod.getRunAsUser()), "runAsUser=0");
        flag(isUnconfined(pod.getSeccompProfile()), "seccompProfile");
        flag(!orEmpty(pod.getSysctls()).isEmpty(), "sysctls");
        Stream.concat(orEmpty(spec.getInitContainers()).stream(), orEmpty(spec.getContainers()).stream())
                .forEach(this::container);
    }

    private void volume(Volume volume) {
        boolean plain = volume.getConfigMap() != null
                || volume.getCsi() != null
                || volume.getDownwardAPI() != null
                || volume.getEmptyDir() != null
                || volume.getEphemeral() != null
                || volume.getPersistentVolumeClaim() != null
                || volume.getProjected() != null
                || volume.getSecret() != null;
        flag(volume.getHostPath() != null, "hostPath");
        flag(!plain && volume.getHostPath() == null, "restricted volume types");
    }

    private void container(Container container) {
        SecurityContext context = container.getSecurityContext();
        flag(isTrue(context.getPrivileged()), "privileged");
        flag(!isFalse(context.getAllowPrivilegeEscalation()), "allowPrivilegeEscalation != false");
        flag(isFalse(context.getRunAsNonRoot()), "runAsNonRoot=false");
        flag(isRoot(context.getRunAsUser()), "runAsUser=0");
        flag(isUnconfined(context.getSeccompProfile()), "seccompProfile");
        flag(context.getProcMount() != null && !context.getProcMount().equals("Default"), "procMount");
        flag(hasCapabilities(context.getCapabilities()), "unrestricted capabilities");
        flag(
                orEmpty(container.getPorts()).stream()
                        .anyMatch(port -> port.getHostPort() != null && port.getHostPort() != 0),
                "hostPort");
    }

    private static boolean hasCapabilities(Capabilities capabilities) {
        return !orEmpty(capabilities.getDrop()).contains("ALL")
                || orEmpty(capabilities.getAdd()).stream().anyMatch(added -> !added.equals("NET_BIND_SERVICE"));
    }

    private static boolean isUnconfined(SeccompProfile profile) {
        return profile != null && "Unconfined".equals(profile.getType());
    }

    private static boolean isRoot(Long user) {
        return user != null && user == 0;
    }

    private static boolean isTrue(Boolean value) {
        return value != null && value;
    }

    private static boolean isFalse(Boolean value) {
        return value != null && !value;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    private void flag(boolean broken, String what) {
        if (broken) {
            violations.add(what);
        }
    }
}
