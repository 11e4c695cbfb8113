// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScenariosTest {

    @Test
    void shouldKnowEveryKindOfTrouble() {
        assertThat(LongStream.rangeClosed(1, 100)
                        .boxed()
                        .flatMap(seed -> Scenarios.of(seed).troubles().stream())
                        .map(Trouble::getClass)
                        .distinct()
                        .toList())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Trouble.class.getPermittedSubclasses())
                        .map(kind -> kind.asSubclass(Trouble.class))
                        .toList());
    }
}
