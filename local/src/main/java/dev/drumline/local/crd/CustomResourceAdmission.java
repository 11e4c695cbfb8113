// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.Admission;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Cause;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.ResourceType;
import java.util.List;

/** Admits definitions, and custom resources by the schema of their definition. */
public final class CustomResourceAdmission implements Admission {

    private final CustomTypes types;

    public CustomResourceAdmission(CustomTypes types) {
        this.types = types;
    }

    @Override
    public ObjectNode admit(ResourceType type, ObjectNode current, ObjectNode proposed, Part part) {
        if (type.equals(BuiltIn.CUSTOM_RESOURCE_DEFINITIONS)) {
            DefinitionCheck.complete(proposed);
            refuse(type, proposed, DefinitionCheck.check(proposed));
            DefinitionCheck.establish(proposed);
        }
        types.find(type).ifPresent(custom -> {
            Pruning.prune(custom.schema(), proposed);
            Defaulting.apply(custom.schema(), proposed);
            refuse(type, proposed, SchemaCheck.check(custom.schema(), proposed, current));
        });
        return proposed;
    }

    private static void refuse(ResourceType type, ObjectNode object, List<Cause> faults) {
        if (!faults.isEmpty()) {
            throw ApiException.invalid(type, Metadata.name(object), faults);
        }
    }
}
