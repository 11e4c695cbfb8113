// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.chart;

import dev.drumline.e2e.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The values files that the chart is tested with: {@code in-*} renders as {@code out-*} says, {@code refused-*} is refused. */
final class ChartFixture {

    static final Path FOLDER = Checkout.path("e2e/src/test/resources/dev/drumline/e2e/chart");

    private ChartFixture() {}

    static List<Path> files(String prefix) throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    static Path expected(Path in) {
        return in.resolveSibling(in.getFileName().toString().replaceFirst("^in-", "out-"));
    }

    /** The sentence that a refused file's first line announces as {@code # Refused: …}. */
    static String sentence(Path refused) throws IOException {
        var first = Files.readAllLines(refused).getFirst();
        if (!first.startsWith("# Refused: ")) {
            throw new IllegalStateException(refused + ": must start with \"# Refused: \" and the sentence");
        }
        return first.substring("# Refused: ".length());
    }
}
