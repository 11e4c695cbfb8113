// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.e2e.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs may rely on stands on a page, by the name that it has in the code. */
class ReferencePagesTest {

    private static final Path REASONS =
            Checkout.path("operator/src/main/java/dev/drumline/operator/condition/Reasons.java");
    private static final Pattern REASON = Pattern.compile("String [A-Z_]+ = \"(\\w+)\"");
    private static final Pattern METER =
            Pattern.compile("\\b(?:builder|counter|timer|gauge)\\(\\s*\"(drumline\\.[a-z.]+)\"");

    @Test
    void shouldTellOfEveryReason() throws IOException {
        var page = page("conditions.md");

        assertThat(names(REASON, REASONS)).hasSizeGreaterThan(5).allSatisfy(reason -> assertThat(page)
                .contains("`" + reason + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"beat", "worker-image"})
    void shouldTellOfEveryMetric(String module) throws IOException {
        var page = page("metrics.md");

        assertThat(names(METER, Checkout.path(module).resolve("src/main/java")))
                .hasSizeGreaterThan(2)
                .allSatisfy(meter ->
                        assertThat(page).containsPattern("`" + meter.replace('.', '_') + "(_total|_seconds)?[`{]"));
    }

    private static String page(String name) {
        return Markdown.of(Checkout.path("docs/reference").resolve(name)).text();
    }

    private static List<String> names(Pattern pattern, Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .map(Markdown::of)
                    .flatMap(file -> pattern.matcher(file.text()).results())
                    .map(match -> match.group(1))
                    .toList();
        }
    }
}
