// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.sun;

import java.util.List;
import org.awaitility.Awaitility;
import org.shredzone.commons.suncalc.SunTimes;

/** Uses the library that this room may use, and one that it may not; see {@code ArchitectureBitesTest}. */
public final class Seeded {

    static final List<Class<?>> USED = List.of(SunTimes.class, Awaitility.class);

    private Seeded() {}
}
