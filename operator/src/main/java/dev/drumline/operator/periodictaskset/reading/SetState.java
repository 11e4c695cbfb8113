// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.reading;

import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.periodictaskset.ledger.RowLedger;
import dev.drumline.operator.periodictaskset.ledger.RowSource;
import dev.drumline.operator.periodictaskset.ledger.SetId;
import dev.drumline.operator.periodictaskset.source.Found;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was read of one set's sources. Whoever reads or releases holds its monitor. */
final class SetState {
    private record Known(Object readAs, Reading reading) {}

    private final SetId set;
    private final BrokerId broker;
    private final RowLedger ledger;
    private final Map<RowSource, Known> sources = new TreeMap<>();
    private boolean gone;
    private volatile boolean complete;
    private volatile boolean underway;

    SetState(SetId set, BrokerId broker, RowLedger ledger) {
        this.set = set;
        this.broker = broker;
        this.ledger = ledger;
    }

    SetId set() {
        return set;
    }

    BrokerId broker() {
        return broker;
    }

    RowLedger ledger() {
        return ledger;
    }

    /** Whether the set was deleted, or moved, while it was still being looked at. */
    boolean isGone() {
        return gone;
    }

    /** Whether all rows of the set are known, so that what is claimed by none has no claim. */
    boolean isComplete() {
        return complete;
    }

    boolean isUnderway() {
        return underway;
    }

    void isUnderway(boolean moreToRead) {
        underway = moreToRead;
    }

    /** Whether the source was read like that, and nothing has happened to its rows since. */
    boolean isRead(RowSource source, Object readAs) {
        Known known = sources.get(source);
        return known != null && known.readAs().equals(readAs) && ledger.isSettled(source);
    }

    void isRead(RowSource source, Object readAs, Reading reading) {
        sources.put(source, new Known(readAs, reading));
    }

    /** Lets go of every source but these; those of an attempt that failed halfway as well. */
    void keepOnly(Set<RowSource> present) {
        sources.keySet().retainAll(present);
        ledger.keepOnly(set, present);
    }

    /** What was read altogether. */
    Summary summary(Found found) {
        Summary summary = new Summary(found);
        sources.forEach((source, known) -> summary.add(known.reading(), ledger.lossesOf(source)));
        return summary;
    }

    /** Everything that there is was read, all of it or with gaps. */
    void isRead(boolean whole) {
        complete = whole;
    }

    /** The set is gone: so are its rows, unless another set has them too. */
    void release() {
        gone = true;
        ledger.keepOnly(set, Set.of());
    }
}
