// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.status;

/** How late occurrences were fired, in milliseconds; all 0 as long as none was. */
public record LatenessMs(long count, double p50, double p99, double p999, double max) {

    static LatenessMs of(Lateness lateness) {
        return new LatenessMs(
                lateness.count(),
                lateness.millisAt(50),
                lateness.millisAt(99),
                lateness.millisAt(99.9),
                lateness.millisAt(100));
    }
}
