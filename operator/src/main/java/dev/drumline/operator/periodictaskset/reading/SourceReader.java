// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.reading;

import dev.drumline.crds.periodictaskset.RejectedRow;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.periodictaskset.ledger.RenderedRow;
import dev.drumline.operator.periodictaskset.ledger.RowLedger;
import dev.drumline.operator.periodictaskset.ledger.RowPlace;
import dev.drumline.operator.periodictaskset.ledger.RowSource;
import dev.drumline.operator.periodictaskset.rows.RowFile;
import dev.drumline.operator.periodictaskset.rows.RowKeys;
import dev.drumline.operator.periodictaskset.rows.SourceRow;
import dev.drumline.operator.periodictaskset.template.RowException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one source row by row, and brings them into the ledger batch by batch, so that no more than a batch is in memory. */
final class SourceReader {
    /** Fills the chunks in which a partition's schedules are written, and takes some 10 MiB. */
    private static final int BATCH = 5_000;

    private static final int TOLD = 10;
    private static final int LONGEST = 1_000;

    private final RowSource source;
    private final RowRenderer renderer;
    private final RowLedger ledger;
    private final BrokerLink link;
    private final Clock clock;

    private final Map<String, RowPlace> places = new HashMap<>();
    private final List<RenderedRow> batch = new ArrayList<>();
    private final List<RejectedRow> rejections = new ArrayList<>();
    private int rows;
    private int over;
    private int rejected;
    private boolean whole = true;

    SourceReader(RowSource source, RowRenderer renderer, RowLedger ledger, BrokerLink link, Clock clock) {
        this.source = source;
        this.renderer = renderer;
        this.ledger = ledger;
        this.link = link;
        this.clock = clock;
    }

    /** @throws dev.drumline.operator.link.RedisUnreachableException when Redis didn't answer: read it all again */
    Reading read(List<RowFile> files) {
        ledger.begin(source);
        for (RowFile file : files) {
            while (file.rows().hasNext()) {
                SourceRow row = file.rows().next();
                take(row, new RowPlace(source, file.name(), row.line()));
            }
        }
        flush();
        ledger.end(source, whole);
        return new Reading(rows, over, rejected, rejections, whole);
    }

    private void take(SourceRow row, RowPlace place) {
        rows++;
        String key;
        try {
            key = key(row);
        } catch (RowException e) {
            whole = false;
            reject(null, place, e.getMessage());
            return;
        }
        RowPlace earlier = places.putIfAbsent(key, place);
        if (earlier != null) {
            reject(key, place, "key \"" + key + "\" is there already: " + earlier);
            return;
        }
        batch.add(new RenderedRow(key, place.file(), place.line(), wish(key, row, place)));
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private static String key(SourceRow row) {
        if (row.fault().isPresent()) {
            throw new RowException(row.fault().get());
        }
        return RowKeys.of(row.fields());
    }

    /** Null when it is refused. */
    private RenderedRow.Wish wish(String key, SourceRow row, RowPlace place) {
        try {
            return renderer.render(key, row.fields());
        } catch (RowException e) {
            reject(key, place, e.getMessage());
            return null;
        }
    }

    private void reject(String key, RowPlace place, String why) {
        rejected++;
        if (rejections.size() < TOLD) {
            rejections.add(new RejectedRow(key, place + ": " + shortened(why)));
        }
    }

    /** Some sentences quote the row, which may be long. */
    private static String shortened(String why) {
        return why.length() <= LONGEST ? why : why.substring(0, LONGEST) + "…";
    }

    private void flush() {
        over += ledger.put(source, batch, link, clock.instant());
        batch.clear();
    }
}
