// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void shouldPrintEachPartOnceUnderTheNameOfItsLog() throws IOException {
        Path beat = Files.writeString(folder.resolve("beat.log"), "one\n");
        Path worker = Files.writeString(folder.resolve("worker.log"), "two\n");
        LogTail tail = new LogTail(List.of(beat, worker), new PrintStream(printed, true, StandardCharsets.UTF_8));

        tail.copy();
        Files.writeString(beat, "three\n", StandardOpenOption.APPEND);
        tail.copy();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("==> beat.log <==\none\n==> worker.log <==\ntwo\n==> beat.log <==\nthree\n");
    }

    @Test
    void shouldBeginAnewWithALogThatWasPutAside() throws IOException {
        Path beat = Files.writeString(folder.resolve("beat.log"), "long line\n");
        LogTail tail = new LogTail(List.of(beat), new PrintStream(printed, true, StandardCharsets.UTF_8));

        tail.copy();
        Files.writeString(beat, "new\n");
        tail.copy();

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("long line\nnew\n");
    }
}
