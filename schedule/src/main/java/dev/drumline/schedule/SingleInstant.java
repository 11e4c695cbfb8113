// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/** One occurrence. */
public record SingleInstant(long millis) implements Schedule {

    @Override
    public long nextMillis(long afterMillis) {
        return afterMillis < millis ? millis : NEVER;
    }

    @Override
    public long previousMillis(long beforeMillis) {
        return beforeMillis > millis ? millis : NEVER_BEFORE;
    }
}
