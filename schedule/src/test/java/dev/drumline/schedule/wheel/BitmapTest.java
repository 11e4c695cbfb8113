// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BitmapTest {

    @Property(tries = 500)
    void shouldFindWhatABitSetFinds(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20_000) int size,
            @ForAll @IntRange(max = 200) int sets) {
        // Given
        Random random = new Random(seed);
        Bitmap bitmap = new Bitmap(size);
        BitSet model = new BitSet();
        for (int i = 0; i < sets; i++) {
            int bit = random.nextInt(size);
            bitmap.set(bit);
            model.set(bit);
            if (random.nextBoolean()) {
                int cleared = random.nextBoolean() ? bit : random.nextInt(size);
                bitmap.clear(cleared);
                model.clear(cleared);
            }
        }
        // Then
        for (int i = 0; i < 200; i++) {
            int from = random.nextInt(size + 1);
            int end = from + random.nextInt(size + 1 - from);
            int next = model.nextSetBit(from);
            assertThat(bitmap.next(from, end)).isEqualTo(next < end ? next : -1);
        }
        bitmap.clear();
        assertThat(bitmap.next(0, size)).isEqualTo(-1);
    }

    @Test
    void shouldTakeUpAWordForEach64AndOneForEach64OfThese() {
        assertThat(new Bitmap(20_000).bytes()).isEqualTo(8 * (313 + 5));
    }
}
