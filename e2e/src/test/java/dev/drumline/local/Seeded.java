// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local;

import dev.drumline.beat.Beat;
import dev.drumline.bench.Bench;
import dev.drumline.broker.Keys;
import dev.drumline.cli.Drumline;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.e2e.Checkout;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.schedule.partition.Partitions;
import dev.drumline.worker.api.TaskHandler;
import java.util.List;

/** Does everything that this room must not do; see {@code ArchitectureBitesTest}. */
public final class Seeded {

    static final List<Class<?>> FORBIDDEN = List.of(
            Partitions.class,
            Keys.class,
            dev.drumline.client.Seeded.class,
            Beat.class,
            TaskHandler.class,
            PeriodicTask.class,
            BrokerId.class,
            Drumline.class,
            Bench.class,
            Checkout.class);

    private Seeded() {}
}
