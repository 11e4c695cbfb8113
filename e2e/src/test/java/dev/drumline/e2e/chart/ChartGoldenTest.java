// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Run with {@code -Dgolden.write=true} to write the {@code out-*} files anew, then read the difference. */
class ChartGoldenTest {

    @ParameterizedTest
    @MethodSource("accepted")
    void shouldRenderAsWrittenDown(Path in) throws IOException {
        var rendered = Chart.DRUMLINE.render(in);

        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(ChartFixture.expected(in), rendered);
        }
        assertThat(rendered).isEqualTo(Files.readString(ChartFixture.expected(in)));
    }

    @Test
    void shouldPassTheLinter() {
        var result = Chart.DRUMLINE.lint();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldRefuseWithASentence(Path refused) throws IOException {
        assertThatThrownBy(() -> Chart.DRUMLINE.render(refused)).hasMessageContaining(ChartFixture.sentence(refused));
    }

    @Test
    void shouldUseEveryFileOfTheFolder() throws IOException {
        // Given
        var unused = new HashSet<>(ChartFixture.files(""));

        // When
        unused.removeAll(accepted());
        unused.removeAll(accepted().stream().map(ChartFixture::expected).toList());
        unused.removeAll(refused());

        // Then
        assertThat(unused).isEmpty();
    }

    static List<Path> accepted() throws IOException {
        return ChartFixture.files("in-");
    }

    static List<Path> refused() throws IOException {
        return ChartFixture.files("refused-");
    }
}
