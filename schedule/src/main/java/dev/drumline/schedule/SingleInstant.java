// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/** One occurrence. */
record SingleInstant(long millis) implements Schedule {

    static SingleInstant parse(Rule.At rule) {
        return new SingleInstant(Times.parseMillis("schedule.at", rule.time()));
    }

    @Override
    public long nextMillis(long afterMillis) {
        return afterMillis < millis ? millis : NEVER;
    }
}
