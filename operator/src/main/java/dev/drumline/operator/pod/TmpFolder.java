// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.pod;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;

/** The folder /tmp of a pod, which a read-only root lacks. */
public final class TmpFolder {

    private static final String NAME = "tmp";

    private TmpFolder() {}

    /** @param limit of what it may hold, such as {@code 64Mi}; a pod that writes more is evicted */
    public static Volume volume(String limit) {
        return new VolumeBuilder()
                .withName(NAME)
                .withNewEmptyDir()
                .withSizeLimit(new Quantity(limit))
                .endEmptyDir()
                .build();
    }

    public static VolumeMount mount() {
        return new VolumeMountBuilder().withName(NAME).withMountPath("/tmp").build();
    }
}
