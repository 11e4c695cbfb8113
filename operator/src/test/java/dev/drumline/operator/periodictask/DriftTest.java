// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.operator.entry.Entries;
import dev.drumline.operator.testing.Samples;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftTest {
    static final String TASK_LINE =
            "{\"delivery\":{\"queue\":\"celery\",\"ignoreResult\":true},\"policy\":{\"catchUp\":\"LATEST\"}}\n"
                    + "{\"task\":\"monitor.check\",\"args\":[],\"kwargs\":{}}";

    private final ScheduleEntry check = Entries.of(Samples.task());

    @Test
    void shouldFindNothingWhereRedisHoldsWhatIsAskedFor() {
        assertThat(Drift.between(List.of(check), List.of(stored("shop/check", "10s")), Set.of())
                        .isNone())
                .isTrue();
    }

    @Test
    void shouldFindWhatIsMissingOrDiffers() {
        assertThat(Drift.between(List.of(check), List.of(), Set.of()).missing()).containsExactly("shop/check");
        assertThat(Drift.between(List.of(check), List.of(stored("shop/check", "20s")), Set.of())
                        .missing())
                .containsExactly("shop/check");
    }

    @Test
    void shouldFindWhatNobodyAsksFor() {
        assertThat(Drift.between(List.of(), List.of(stored("shop/check", "10s")), Set.of())
                        .surplus())
                .containsExactly("shop/check");
    }

    @Test
    void shouldLeaveWhatIsPaused() {
        assertThat(Drift.between(List.of(), List.of(stored("shop/check", "10s")), Set.of("shop/check"))
                        .isNone())
                .isTrue();
    }

    static StoredEntry stored(String id, String every) {
        return new StoredEntry(id, "1764000000000 \n{\"every\":\"" + every + "\"}\n" + TASK_LINE);
    }
}
