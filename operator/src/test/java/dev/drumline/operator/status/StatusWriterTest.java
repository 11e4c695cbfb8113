// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictask.PeriodicTaskStatus;
import dev.drumline.operator.testing.Samples;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusWriterTest {
    private static final PeriodicTaskStatus ACCEPTED = status("True", "Accepted");
    private static final PeriodicTaskStatus REFUSED = status("False", "InvalidSpec");

    private final List<String> told = new ArrayList<>();
    private final StatusWriter writer = new StatusWriter((subject, condition) -> told.add(condition.reason()));

    @Test
    void shouldWriteAFirstStatusAndTellNoNewsOfAnAcceptance() {
        UpdateControl<PeriodicTask> control = write(null, ACCEPTED);
        assertThat(control.isPatchStatus()).isTrue();
        assertThat(control.getResource().orElseThrow().getStatus()).isEqualTo(ACCEPTED);
        assertThat(told).isEmpty();
    }

    @Test
    void shouldTellThatATaskIsRefusedAndAcceptedAgain() {
        write(null, REFUSED);
        write(REFUSED, ACCEPTED);
        assertThat(told).containsExactly("InvalidSpec", "Accepted");
    }

    @Test
    void shouldWriteNothingWhereNothingMatters() {
        assertThat(write(ACCEPTED, ACCEPTED).isNoUpdate()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void shouldPatchNothingButTheStatus() {
        PeriodicTask patch = write(null, ACCEPTED).getResource().orElseThrow();
        assertThat(patch.getSpec()).isNull();
        assertThat(patch.getMetadata().getName()).isEqualTo("check");
        assertThat(patch.getMetadata().getNamespace()).isEqualTo("shop");
    }

    private UpdateControl<PeriodicTask> write(PeriodicTaskStatus before, PeriodicTaskStatus after) {
        PeriodicTask task = Samples.task();
        task.setStatus(before);
        return writer.write(task, after, PeriodicTask::new, (old, now) -> !old.equals(now));
    }

    private static PeriodicTaskStatus status(String ready, String reason) {
        var condition = new Condition("Ready", ready, 1L, "2026-11-24T08:00:00Z", reason, "");
        return new PeriodicTaskStatus(List.of(condition), 1L, "every 10s", 1, null, null, null, null, null);
    }
}
