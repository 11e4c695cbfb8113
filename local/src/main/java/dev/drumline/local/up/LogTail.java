// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies log files, and then what is added to them; with more than one, each part under its name. */
final class LogTail {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final PrintStream out;
    private final Map<Path, Long> read = new LinkedHashMap<>();
    private Path printedLast;

    LogTail(List<Path> logs, PrintStream out) {
        logs.forEach(log -> read.put(log, 0L));
        this.out = out;
    }

    /** Prints what is new since the last call. */
    void copy() throws IOException {
        for (Map.Entry<Path, Long> log : read.entrySet()) {
            log.setValue(copy(log.getKey(), log.getValue()));
        }
        out.flush();
    }

    /** Copies until the thread is interrupted. */
    void follow() throws IOException, InterruptedException {
        while (true) {
            Thread.sleep(PAUSE);
            copy();
        }
    }

    private long copy(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            // A file that has shrunk was put aside and begun anew.
            long begin = file.length() < from ? 0 : from;
            if (file.length() == begin) {
                return begin;
            }
            if (read.size() > 1 && !log.equals(printedLast)) {
                out.println("==> " + log.getFileName() + " <==");
            }
            printedLast = log;
            file.seek(begin);
            byte[] part = new byte[8192];
            for (int n = file.read(part); n > 0; n = file.read(part)) {
                out.write(part, 0, n);
            }
            return file.getFilePointer();
        }
    }
}
