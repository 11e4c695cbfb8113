// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.ResourceType;
import dev.drumline.local.store.ResourceTypes;
import dev.drumline.local.store.WatchEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds that the stored CustomResourceDefinitions add, kept in step with them. */
public final class CustomTypes {

    private final ResourceTypes types;
    private final Map<String, CustomType> byQualifiedPlural = new ConcurrentHashMap<>();

    public CustomTypes(ResourceTypes types) {
        this.types = types;
    }

    public Optional<CustomType> find(ResourceType type) {
        return Optional.ofNullable(byQualifiedPlural.get(type.qualifiedPlural()));
    }

    /** From now on a definition is served as soon as it is stored. */
    public void follow(ObjectStore store) {
        store.listen(BuiltIn.CUSTOM_RESOURCE_DEFINITIONS, this::onChange);
    }

    private void onChange(WatchEvent event) {
        CustomType.of(event.object()).ifPresent(custom -> {
            if (event.type() == WatchEvent.Type.DELETED) {
                byQualifiedPlural.remove(custom.type().qualifiedPlural());
                types.remove(custom.type());
            } else {
                byQualifiedPlural.put(custom.type().qualifiedPlural(), custom);
                types.add(custom.type());
            }
        });
    }
}
