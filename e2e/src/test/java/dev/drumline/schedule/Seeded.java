// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import dev.drumline.beat.Beat;
import dev.drumline.bench.Bench;
import dev.drumline.broker.Keys;
import dev.drumline.cli.Drumline;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.e2e.Checkout;
import dev.drumline.local.up.Village;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.worker.api.TaskHandler;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.shredzone.commons.suncalc.SunTimes;

/** Does everything that this room must not do; see {@code ArchitectureBitesTest}. */
public final class Seeded {

    static final List<Class<?>> FORBIDDEN = List.of(
            Keys.class,
            dev.drumline.client.Seeded.class,
            Beat.class,
            TaskHandler.class,
            PeriodicTask.class,
            BrokerId.class,
            Drumline.class,
            Village.class,
            Bench.class,
            Checkout.class,
            Path.class,
            Thread.class,
            Awaitility.class,
            SunTimes.class);

    private Seeded() {}

    static Instant readsTheClock() {
        return Instant.now();
    }
}
