// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdinalTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1st",
        "2, 2nd",
        "3, 3rd",
        "4, 4th",
        "10, 10th",
        "11, 11th",
        "12, 12th",
        "13, 13th",
        "14, 14th",
        "21, 21st",
        "53, 53rd",
        "100, 100th",
        "111, 111th",
        "113, 113th",
        "121, 121st",
        "-1, last",
        "-2, 2nd last"
    })
    void shouldSayAPlaceInARow(int number, String words) {
        assertThat(Ordinal.fromEitherEnd(number)).isEqualTo(words);
    }
}
