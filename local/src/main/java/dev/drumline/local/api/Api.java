// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import dev.drumline.local.crd.CustomTypes;
import dev.drumline.local.store.ObjectStore;
import java.time.InstantSource;

/** Wires the API of one store together. */
public final class Api {

    private Api() {}

    public static Router over(ObjectStore store, CustomTypes customTypes, PodLogs logs, InstantSource clock) {
        Kinds kinds = new Kinds(customTypes);
        Tables tables = new Tables(kinds, clock);
        Resources resources = new Resources(
                store,
                tables,
                new Reads(store, kinds, tables),
                new Writes(store, kinds, clock),
                new Scales(store, kinds, clock),
                logs);
        Discovery discovery = new Discovery(store.types());
        return new Router(store.types(), resources, discovery, new OpenApi(store.types(), discovery, kinds));
    }
}
