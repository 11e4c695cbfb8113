// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench;

import dev.drumline.e2e.Checkout;
import java.util.List;

/** Does everything that this room must not do; see {@code ArchitectureBitesTest}. */
public final class Seeded {

    static final List<Class<?>> FORBIDDEN = List.of(Checkout.class);

    private Seeded() {}
}
