// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.informer;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.function.Consumer;

/**
 * Tells when the watch has seen a resource go, which no reconciliation does for resources without a finalizer; it can also
 * wake a resource.
 */
public final class Deletions<P extends HasMetadata> extends SimpleInboundEventSource<P>
        implements ResourceEventAware<P> {
    private final Consumer<P> gone;

    /** @param gone called on the watch's own thread: it may not wait */
    public Deletions(String name, Consumer<P> gone) {
        super(name);
        this.gone = gone;
    }

    @Override
    public void onResourceDeleted(P resource) {
        gone.accept(resource);
    }
}
