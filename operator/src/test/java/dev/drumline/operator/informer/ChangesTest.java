// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.informer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.Api;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.operator.testing.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {
    @Test
    void shouldMatterWhenTheSpecOrAnAnnotationOfOursChanges() {
        assertThat(Changes.matter(generation(2), generation(1))).isTrue();
        assertThat(Changes.matter(annotated(Api.RECONCILE_ANNOTATION, "paused"), Samples.task()))
                .isTrue();
        assertThat(Changes.matter(annotated(Api.RUN_NOW_ANNOTATION, "1"), Samples.task()))
                .isTrue();
    }

    @Test
    void shouldNotMatterWhenAStatusOrAnotherAnnotationChanges() {
        assertThat(Changes.matter(Samples.task(), Samples.task())).isFalse();
        assertThat(Changes.matter(annotated("team", "blue"), Samples.task())).isFalse();
    }

    @Test
    void shouldSeeThatATaskIsPaused() {
        assertThat(Changes.isPaused(annotated(Api.RECONCILE_ANNOTATION, "paused")))
                .isTrue();
        assertThat(Changes.isPaused(Samples.task())).isFalse();
    }

    private static PeriodicTask generation(long generation) {
        PeriodicTask task = Samples.task();
        task.getMetadata().setGeneration(generation);
        return task;
    }

    private static PeriodicTask annotated(String name, String value) {
        PeriodicTask task = Samples.task();
        task.getMetadata().setAnnotations(Map.of(name, value));
        return task;
    }
}
