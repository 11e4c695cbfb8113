// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Comparator;

/**
 * A PeriodicTaskSet among those of its namespace, the oldest first, as Strimzi orders them: of two that name the same key
 * the lesser one has it.
 *
 * @param createdAt RFC 3339, in seconds
 * @param uid tells a set from one that was made anew under its name, maybe in the same second
 */
public record SetId(String createdAt, String namespace, String name, String uid) implements Comparable<SetId> {
    private static final Comparator<SetId> OLDEST_FIRST = Comparator.comparing(SetId::createdAt)
            .thenComparing(SetId::namespace)
            .thenComparing(SetId::name)
            .thenComparing(SetId::uid);

    public static SetId of(PeriodicTaskSet set) {
        return new SetId(
                set.getMetadata().getCreationTimestamp(),
                set.getMetadata().getNamespace(),
                set.getMetadata().getName(),
                set.getMetadata().getUid());
    }

    public ResourceID resource() {
        return new ResourceID(name, namespace);
    }

    @Override
    public int compareTo(SetId other) {
        return OLDEST_FIRST.compare(this, other);
    }
}
