// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.testing;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.ArrayList;
import java.util.List;

/** Records who was woken. */
public final class WakeUps<P extends HasMetadata> extends SimpleInboundEventSource<P> {
    private final List<String> woken = new ArrayList<>();

    @Override
    public void propagateEvent(ResourceID resource) {
        woken.add(resource.getName());
    }

    public List<String> woken() {
        return woken;
    }
}
