// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrdDriftTest {
    private static final Path CHECKED_IN = Path.of("yaml");

    @Test
    void shouldFindCheckedInFilesEqualToWhatTheTypesPrint() throws IOException {
        if (Boolean.getBoolean("golden.print")) {
            CrdPrinter.printInto(CHECKED_IN);
        }
        assertThat(checkedIn())
                .as("crds/yaml differs from the types; reprint it with: " + CrdPrinter.COMMAND)
                .isEqualTo(CrdPrinter.print());
    }

    private static SortedMap<String, String> checkedIn() throws IOException {
        var files = new TreeMap<String, String>();
        try (var folder = Files.list(CHECKED_IN)) {
            folder.forEach(file -> files.put(file.getFileName().toString(), read(file)));
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
