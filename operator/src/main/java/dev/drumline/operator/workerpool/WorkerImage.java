// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.workerpool;

import dev.drumline.crds.workerpool.WorkerSpec;

/**
 * The image of a pool's workers.
 *
 * @param isOurs whether it is the Drumline worker, whose probes are known
 */
record WorkerImage(String name, boolean isOurs) {
    private static final String OURS = "drumline/worker";

    static WorkerImage of(WorkerSpec spec, String defaultImage) {
        if (spec.image() == null || spec.image().equals(defaultImage)) {
            return new WorkerImage(defaultImage, spec.command() == null);
        }
        String repository = spec.image().replaceFirst("[:@][^/]*$", "");
        boolean ours = repository.equals(OURS) || repository.endsWith("/" + OURS);
        return new WorkerImage(spec.image(), ours && spec.command() == null);
    }
}
