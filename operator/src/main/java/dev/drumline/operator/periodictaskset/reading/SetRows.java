// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.periodictaskset.ledger.RowSource;
import dev.drumline.operator.periodictaskset.rows.RowFile;
import dev.drumline.operator.periodictaskset.source.Found;
import dev.drumline.operator.periodictaskset.template.RowTemplate;
import dev.drumline.schedule.spec.MinimumPeriod;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings the rows of sets into Redis, a slice at a time. */
@ApplicationScoped
public class SetRows {
    /** So many rows are about a second's work, after which the status says how far it is. */
    private static final int SLICE = 20_000;

    /** What a reading depends on; when it is the same, so are the rows. */
    private record ReadAs(JsonNode template, MinimumPeriod minimum, String version) {}

    private final SetSources sources;
    private final SetStates states;
    private final Clock clock;
    private final int slice;

    @Inject
    public SetRows(SetSources sources, SetStates states, Clock clock) {
        this(sources, states, clock, SLICE);
    }

    SetRows(SetSources sources, SetStates states, Clock clock, int slice) {
        this.sources = sources;
        this.states = states;
        this.clock = clock;
        this.slice = slice;
    }

    /**
     * Reads what has changed since the last call, and writes what differs.
     *
     * @param minimum how often the broker lets a rule fire
     * @throws dev.drumline.operator.periodictaskset.source.UnheardException when it is not known which ConfigMaps there are
     * @throws dev.drumline.operator.link.RedisUnreachableException when Redis doesn't answer
     */
    public Progress bring(
            PeriodicTaskSet set, RowTemplate template, MinimumPeriod minimum, BrokerId broker, BrokerLink link) {
        SetState state = states.of(set, broker);
        synchronized (state) {
            return state.isGone()
                    ? new Progress(state.summary(Found.NONE), 1)
                    : bring(set, state, new RowRenderer(template, state.set(), minimum), minimum, link);
        }
    }

    private Progress bring(
            PeriodicTaskSet set, SetState state, RowRenderer renderer, MinimumPeriod minimum, BrokerLink link) {
        state.ledger().load(link.schedules());
        Found found = sources.find(set);
        SortedMap<RowSource, String> versions = sources.versions(set, found);
        state.keepOnly(versions.keySet());
        SortedMap<RowSource, ReadAs> unread = new TreeMap<>();
        versions.forEach((source, version) -> {
            var readAs = new ReadAs(set.getSpec().template(), minimum, version);
            if (!state.isRead(source, readAs)) {
                unread.put(source, readAs);
            }
        });
        int rows = 0;
        while (!unread.isEmpty() && rows < slice) {
            Map.Entry<RowSource, ReadAs> source = unread.pollFirstEntry();
            rows += read(set, source.getKey(), source.getValue(), state, renderer, link);
        }
        Summary summary = state.summary(found);
        state.isUnderway(!unread.isEmpty());
        if (unread.isEmpty()) {
            state.ledger().sweep(link.schedules(), false);
            state.isRead(summary.isWhole());
        }
        return new Progress(summary, unread.size());
    }

    private int read(
            PeriodicTaskSet set,
            RowSource source,
            ReadAs readAs,
            SetState state,
            RowRenderer renderer,
            BrokerLink link) {
        Optional<List<RowFile>> files = sources.files(set, source);
        if (files.isEmpty()) {
            return 0;
        }
        Reading reading = new SourceReader(source, renderer, state.ledger(), link, clock).read(files.get());
        state.isRead(source, readAs, reading);
        return reading.rows();
    }

    /** The set is gone: so are its rows, unless another set has them too. */
    public void forget(PeriodicTaskSet set) {
        ResourceID id = ResourceID.fromResource(set);
        sources.forget(id);
        states.drop(id);
    }
}
