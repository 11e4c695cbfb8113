// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.operator.link.Await;
import dev.drumline.operator.link.BrokerSchedules;
import java.util.ArrayList;
import java.util.List;

/** Changes to what Redis holds, gathered and then sent together. */
final class RowEdit {
    private record Upsert(Slot slot, ScheduleEntry entry, long digest) {}

    private record Delete(Slot slot, String id) {}

    private final List<Upsert> upserts = new ArrayList<>();
    private final List<Delete> deletes = new ArrayList<>();

    void write(Slot slot, ScheduleEntry entry, long digest) {
        upserts.add(new Upsert(slot, entry, digest));
    }

    void delete(Slot slot, String id) {
        deletes.add(new Delete(slot, id));
    }

    /** @throws dev.drumline.operator.link.RedisUnreachableException when Redis didn't answer; any part may be stored */
    void send(BrokerSchedules schedules) {
        if (upserts.isEmpty() && deletes.isEmpty()) {
            return;
        }
        upserts.forEach(upsert -> upsert.slot().mayHaveChanged());
        deletes.forEach(delete -> delete.slot().mayHaveChanged());
        Await.answer(schedules.edit(
                upserts.stream().map(Upsert::entry).toList(),
                deletes.stream().map(Delete::id).toList()));
        upserts.forEach(upsert ->
                upsert.slot().isWritten(upsert.digest(), upsert.entry().schedule()));
        deletes.forEach(delete -> delete.slot().isGone());
    }
}
