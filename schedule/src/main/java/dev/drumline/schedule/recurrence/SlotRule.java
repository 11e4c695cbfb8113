// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.calendar.LocalRule;

/**
 * Due at the same offsets in each slot.
 *
 * @param offsets never empty
 */
record SlotRule(Slots slots, Offsets offsets, boolean everyHour) implements LocalRule {

    @Override
    public long nextAtOrAfter(long localSecond) {
        long here = slotOf(localSecond);
        long slot = slots.nextAtOrAfter(here);
        int before = slot == here ? offsets.countBefore((int) (localSecond - here)) : 0;
        if (before == offsets.size()) {
            slot = slots.nextAtOrAfter(here + slots.seconds());
            before = 0;
        }
        return slot == Schedule.NEVER ? Schedule.NEVER : slot + offsets.at(before);
    }

    @Override
    public long previousAtOrBefore(long localSecond) {
        long here = slotOf(localSecond);
        long slot = slots.previousAtOrBefore(here);
        int through = slot == here ? offsets.countBefore((int) (localSecond - here) + 1) : offsets.size();
        if (through == 0) {
            slot = slots.previousAtOrBefore(here - slots.seconds());
            through = offsets.size();
        }
        return slot == Schedule.NEVER_BEFORE ? Schedule.NEVER_BEFORE : slot + offsets.at(through - 1);
    }

    @Override
    public long count(long fromLocalSecond, long untilLocalSecond) {
        if (fromLocalSecond >= untilLocalSecond) {
            return 0;
        }
        long wholeSlots = slots.count(slotOf(fromLocalSecond), slotOf(untilLocalSecond));
        return wholeSlots * offsets.size() + inItsSlotBefore(untilLocalSecond) - inItsSlotBefore(fromLocalSecond);
    }

    private int inItsSlotBefore(long localSecond) {
        long slot = slotOf(localSecond);
        return slots.count(slot, slot + 1) == 0 ? 0 : offsets.countBefore((int) (localSecond - slot));
    }

    private long slotOf(long localSecond) {
        return localSecond - Math.floorMod(localSecond, slots.seconds());
    }
}
