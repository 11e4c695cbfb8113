// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker;

import dev.drumline.beat.Beat;
import dev.drumline.bench.Bench;
import dev.drumline.cli.Drumline;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.e2e.Checkout;
import dev.drumline.local.up.Village;
import dev.drumline.operator.link.BrokerId;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** Does everything that this room must not do; see {@code ArchitectureBitesTest}. */
public final class Seeded {

    static final List<Class<?>> FORBIDDEN = List.of(
            dev.drumline.client.Seeded.class,
            Beat.class,
            PeriodicTask.class,
            BrokerId.class,
            Drumline.class,
            Village.class,
            Bench.class,
            Checkout.class,
            KubernetesClient.class);

    private Seeded() {}
}
