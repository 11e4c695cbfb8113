// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.informer;

import dev.drumline.crds.Api;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;

/** Which changes of an object are worth a reconciliation. */
public final class Changes {
    private Changes() {}

    /** The spec or an annotation that the operator reads; never a status, which the operator writes itself. */
    public static boolean matter(HasMetadata now, HasMetadata before) {
        return !Objects.equals(
                        now.getMetadata().getGeneration(), before.getMetadata().getGeneration())
                || !Objects.equals(
                        now.getMetadata().getUid(), before.getMetadata().getUid())
                || differ(now, before, Api.RECONCILE_ANNOTATION)
                || differ(now, before, Api.RUN_NOW_ANNOTATION);
    }

    public static boolean isPaused(HasMetadata resource) {
        return "paused".equals(annotation(resource, Api.RECONCILE_ANNOTATION));
    }

    private static boolean differ(HasMetadata now, HasMetadata before, String annotation) {
        return !Objects.equals(annotation(now, annotation), annotation(before, annotation));
    }

    public static String annotation(HasMetadata resource, String name) {
        return resource.getMetadata().getAnnotations() == null
                ? null
                : resource.getMetadata().getAnnotations().get(name);
    }
}
