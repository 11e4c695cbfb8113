// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stream as Redis has it: what it once held is gone when it was trimmed, but its ids go on rising. */
public final class MemoryStream {

    private final List<Entry> entries;
    private Id last;

    public MemoryStream() {
        this(List.of(), new Id(0, 0));
    }

    private MemoryStream(List<Entry> entries, Id last) {
        this.entries = new ArrayList<>(entries);
        this.last = last;
    }

    public record Id(long millis, long sequence) {

        static Id parse(String text) {
            int dash = text.indexOf('-');
            return new Id(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
        }

        boolean isAfter(Id other) {
            return millis > other.millis || (millis == other.millis && sequence > other.sequence);
        }

        @Override
        public String toString() {
            return millis + "-" + sequence;
        }
    }

    public record Entry(Id id, Map<String, String> body) {}

    MemoryStream copy() {
        return new MemoryStream(entries, last);
    }

    void add(long nowMillis, Map<String, String> body) {
        last = nowMillis > last.millis() ? new Id(nowMillis, 0) : new Id(last.millis(), last.sequence() + 1);
        entries.add(new Entry(last, body));
    }

    /** Forgets all but so many of the newest entries. */
    public void trim(int keep) {
        entries.subList(0, Math.max(0, entries.size() - keep)).clear();
    }

    /** At most so many entries after this id. */
    public List<Entry> after(String id, int count) {
        Id from = Id.parse(id);
        return entries.stream()
                .filter(entry -> entry.id().isAfter(from))
                .limit(count)
                .toList();
    }

    /** The id of the newest entry that it still holds, or 0-0. */
    public String newestId() {
        return entries.isEmpty() ? "0-0" : entries.getLast().id().toString();
    }
}
