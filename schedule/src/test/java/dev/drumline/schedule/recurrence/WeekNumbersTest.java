// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeekNumbersTest {

    /** java.time numbers weeks from the year's begin, and knows how many there are: so it numbers them from the year's end too. */
    @ParameterizedTest
    @EnumSource
    void shouldNumberWeeksAsJavaTimeDoes(Weekday start) {
        WeekFields weeks = WeekFields.of(DayOfWeek.of(start.ordinal() + 1), 4);
        for (LocalDate day = LocalDate.of(1995, 12, 20); day.getYear() < 2029; day = day.plusDays(1)) {
            int week = day.get(weeks.weekOfWeekBasedYear());
            int last = (int) weeks.weekOfWeekBasedYear()
                    .rangeRefinedBy(middleOf(day, weeks))
                    .getMaximum();
            assertThat(matches(week, start, day)).as("week %d on %s", week, day).isTrue();
            assertThat(matches(week % 53 + 1, start, day)).isFalse();
            assertThat(matches(week - last - 1, start, day))
                    .as("week %d of %d on %s", week, last, day)
                    .isTrue();
            assertThat(matches(week == last ? -2 : week - last, start, day)).isFalse();
        }
    }

    private static LocalDate middleOf(LocalDate day, WeekFields weeks) {
        return day.with(weeks.dayOfWeek(), 4);
    }

    private static boolean matches(int number, Weekday start, LocalDate day) {
        Month month = Month.of(day.toEpochDay());
        return (WeekNumbers.of(new int[] {number}, start).daysIn(month) & month.bit(day.toEpochDay())) != 0;
    }
}
