// SPDX-License-Identifier: Apache-2.0
package dev.drumline.client;

import dev.drumline.beat.Beat;
import dev.drumline.bench.Bench;
import dev.drumline.cli.Drumline;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.e2e.Checkout;
import dev.drumline.local.up.Village;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.schedule.partition.Partitions;
import dev.drumline.worker.api.TaskHandler;
import java.util.List;

/** Does everything that this room must not do; see {@code ArchitectureBitesTest}. */
public final class Seeded {

    static final List<Class<?>> FORBIDDEN = List.of(
            Partitions.class,
            Beat.class,
            TaskHandler.class,
            PeriodicTask.class,
            BrokerId.class,
            Drumline.class,
            Village.class,
            Bench.class,
            Checkout.class);

    private Seeded() {}
}
