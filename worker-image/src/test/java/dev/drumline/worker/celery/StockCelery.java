// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.celery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's Celery: its client and its worker, as processes. */
final class StockCelery {

    private static final String PYTHON = "/usr/bin/python3";

    private final String redisUrl;
    private final Path folder;

    /** Skips the test where there is no Celery. */
    StockCelery(String redisUrl, Path folder) throws Exception {
        assumeTrue(isInstalled(), "no Celery here: apt-get install python3-celery python3-redis");
        this.redisUrl = redisUrl;
        this.folder = folder;
        for (String file : List.of("stock.py", "client.py")) {
            try (InputStream in = StockCelery.class.getResourceAsStream("/celery/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder(PYTHON, "-c", "import celery, redis")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noPython) {
            return false;
        }
    }

    /** What client.py printed. */
    List<String> runClient() throws Exception {
        return run("client.py");
    }

    /** What a program of the folder printed. */
    List<String> run(String file) throws Exception {
        Process program = start(file);
        program.waitFor(60, TimeUnit.SECONDS);
        return Files.readAllLines(log(file));
    }

    Process startWorker(String queue) throws IOException {
        return startWorker("solo", queue);
    }

    /** @param pool such as {@code prefork}, of one process: only of that one a task can be taken away */
    Process startWorker(String pool, String queue) throws IOException {
        return startWorker("stock", pool, queue);
    }

    /** @param app a module of the folder */
    Process startWorker(String app, String pool, String queue) throws IOException {
        return start("-m", "celery", "-A", app, "worker", "-l", "INFO", "-P", pool, "-c", "1", "-Q", queue);
    }

    String workerLog() throws IOException {
        return Files.readString(log("-m"), StandardCharsets.UTF_8);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(arguments[0]).toFile());
        builder.environment().put("REDIS_URL", redisUrl);
        builder.environment().put("PYTHONUNBUFFERED", "1");
        return builder.start();
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }
}
