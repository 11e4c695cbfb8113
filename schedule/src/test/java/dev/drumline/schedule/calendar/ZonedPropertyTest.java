// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import dev.drumline.schedule.Agreement;
import dev.drumline.schedule.Schedule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Local times that are listed one by one, some near a clock change and some decades away, in any zone. */
class ZonedPropertyTest {
    private static final long YEAR = 31_556_952;

    @Property
    void shouldBeDueWhenTheClockShowsAListedTime(
            @ForAll("zones") String zone,
            @ForAll @LongRange(min = -30 * YEAR, max = 70 * YEAR) long second,
            @ForAll boolean everyHour,
            @ForAll Random random) {
        ZoneRules rules = ZoneId.of(zone).getRules();
        ZoneOffsetTransition change = rules.nextTransition(Instant.ofEpochSecond(second));
        long middle = change == null ? second : change.toEpochSecond();
        ListedTimes times = ListedTimes.around(
                middle + rules.getOffset(Instant.ofEpochSecond(middle)).getTotalSeconds(), everyHour, random);
        Instant after = Instant.ofEpochSecond(middle - 200 * YEAR);
        Instant through = Instant.ofEpochSecond(middle + 200 * YEAR);
        new Agreement(after, through, times.due(rules)).check(new Zoned(times, rules), random, times + " in " + zone);
    }

    /** @param everyHour whether a time that comes twice is due twice */
    private record ListedTimes(NavigableSet<Long> localSeconds, boolean everyHour) implements LocalRule {

        static ListedTimes around(long localSecond, boolean everyHour, Random random) {
            NavigableSet<Long> seconds = new TreeSet<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                long reach = random.nextInt(4) == 0 ? 100 * YEAR : random.nextBoolean() ? 100_000 : 5_000;
                seconds.add(localSecond + random.nextLong(-reach, reach));
            }
            return new ListedTimes(seconds, everyHour);
        }

        List<Instant> due(ZoneRules zone) {
            NavigableSet<Instant> due = new TreeSet<>();
            for (long second : localSeconds) {
                LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
                List<ZoneOffset> offsets = zone.getValidOffsets(local);
                if (offsets.isEmpty()) {
                    due.add(zone.getTransition(local).getInstant());
                } else {
                    due.add(local.toInstant(offsets.getFirst()));
                    due.add(local.toInstant(everyHour ? offsets.getLast() : offsets.getFirst()));
                }
            }
            return List.copyOf(due);
        }

        @Override
        public long nextAtOrAfter(long localSecond) {
            Long next = localSeconds.ceiling(localSecond);
            return next == null ? Schedule.NEVER : next;
        }

        @Override
        public long previousAtOrBefore(long localSecond) {
            Long previous = localSeconds.floor(localSecond);
            return previous == null ? Schedule.NEVER_BEFORE : previous;
        }

        @Override
        public long count(long fromLocalSecond, long untilLocalSecond) {
            return fromLocalSecond >= untilLocalSecond
                    ? 0
                    : localSeconds.subSet(fromLocalSecond, untilLocalSecond).size();
        }
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                ZoneRulesProvider.getAvailableZoneIds().stream().sorted().toList());
    }
}
