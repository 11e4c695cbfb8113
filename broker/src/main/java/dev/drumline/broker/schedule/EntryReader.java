// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads stored entries. Among thousands of entries few rules and few ways of delivery differ, so it remembers those that it
 * has read: it is faster, and equal ones are one object. For one thread.
 */
public final class EntryReader {

    private final Map<String, ScheduleSpec> rules = remembering();
    private final Map<String, StoredEntry.Way> ways = remembering();

    /** @throws IllegalArgumentException when the text is no entry */
    public ScheduleEntry read(StoredEntry stored) {
        String[] lines = stored.text().split("\n", 4);
        if (lines.length != 4) {
            throw new IllegalArgumentException("entry " + stored.id() + " has " + lines.length + " lines, not 4");
        }
        try {
            StoredEntry.Way way = ways.get(lines[2]);
            if (way == null) {
                way = Json.MAPPER.readValue(lines[2], StoredEntry.Way.class);
                ways.put(lines[2], way);
            }
            TaskCall call = Json.MAPPER.readValue(lines[3], TaskCall.class);
            return new ScheduleEntry(stored.id(), rule(lines[1]), call, way.delivery(), way.policy());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("entry " + stored.id() + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * The rule alone.
     *
     * @throws IllegalArgumentException when the text is no entry
     */
    public ScheduleSpec readRule(StoredEntry stored) {
        String[] lines = stored.text().split("\n", 3);
        try {
            return rule(lines.length == 3 ? lines[1] : "");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("entry " + stored.id() + " has no rule: " + e.getOriginalMessage(), e);
        }
    }

    private ScheduleSpec rule(String text) throws JsonProcessingException {
        ScheduleSpec rule = rules.get(text);
        if (rule == null) {
            rule = ScheduleJson.read(Json.MAPPER.readTree(text));
            rules.put(text, rule);
        }
        return rule;
    }

    private static <T> Map<String, T> remembering() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;
            private static final int MOST = 1_000;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST;
            }
        };
    }
}
