// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import dev.drumline.bench.process.Running;
import dev.drumline.bench.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A scheduler of others, run as its users run it, from Debian's packages. */
enum Peer {
    CELERY_BEAT("celery beat", "celery", List.of("--schedule", "beat-schedule")),
    DJANGO_CELERY_BEAT(
            "django-celery-beat",
            "django_celery_beat",
            List.of("-S", "django_celery_beat.schedulers:DatabaseScheduler"));

    /** Debian's own, which need not be the first on PATH. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final Duration LOOK = Duration.ofMillis(100);

    private final String title;
    private final String module;
    private final List<String> options;

    Peer(String title, String module, List<String> options) {
        this.title = title;
        this.module = module;
        this.options = options;
    }

    String title() {
        return title;
    }

    String debianPackage() {
        return "python3-" + module.replace('_', '-');
    }

    /** Whether it is installed. */
    boolean isThere(Path scratch) throws IOException, InterruptedException {
        return Files.isExecutable(Path.of(PYTHON))
                && succeeds("look-for-" + module, scratch, List.of("-c", "import " + module), Map.of());
    }

    /** @param scratch an empty folder */
    Running start(Workload workload, String redisUrl, Path scratch) throws IOException, InterruptedException {
        try (InputStream program = Peer.class.getResourceAsStream("peer/peer.py")) {
            Files.copy(program, scratch.resolve("peer.py"), StandardCopyOption.REPLACE_EXISTING);
        }
        Map<String, String> environment = Map.of(
                "PEER",
                title,
                "BROKER",
                redisUrl,
                "ENTRIES",
                "" + workload.entries(),
                "PERIOD",
                "" + workload.periodMillis() / 1_000.0);
        if (this == DJANGO_CELERY_BEAT && !succeeds("prepare", scratch, List.of("peer.py", "prepare"), environment)) {
            throw new IOException(title + " can't be prepared: " + Files.readString(scratch.resolve("prepare.log")));
        }
        List<String> command =
                new ArrayList<>(List.of(PYTHON, "-m", "celery", "-A", "peer", "beat", "-l", "warning", "--pidfile="));
        command.addAll(options);
        return Running.start("peer", scratch, command, environment);
    }

    private static boolean succeeds(String name, Path scratch, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(arguments);
        try (Running program = Running.start(name, scratch, command, environment)) {
            while (program.isAlive()) {
                Thread.sleep(LOOK);
            }
            return program.exitCode() == 0;
        }
    }
}
