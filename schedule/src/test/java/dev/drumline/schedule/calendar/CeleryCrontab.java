// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drumline.schedule.spec.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The crontab of Debian's Celery: one process answers many questions. */
final class CeleryCrontab {
    private static final String PYTHON = "/usr/bin/python3";
    private static final int MOST_MINUTES = 10;

    private final Path folder;

    /** Skips the test where there is no Celery. */
    CeleryCrontab(Path folder) throws Exception {
        assumeTrue(isInstalled(), "no Celery here: apt-get install python3-celery python3-redis");
        this.folder = folder;
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder(PYTHON, "-c", "import celery").start().waitFor() == 0;
        } catch (IOException noPython) {
            return false;
        }
    }

    /** Such as {@code 5.2.6}. */
    String version() throws Exception {
        return run("-c", "import celery; print(celery.__version__)").getFirst();
    }

    /**
     * When is an entry next due that ran at an instant; or, when {@code through} is not null, when is it due from the one instant to
     * the other, to a beat that asks every minute?
     */
    record Question(Rule.Crontab rule, String zone, Instant after, Instant through) {
        private String line() {
            String fields = String.join(
                    "\t", rule.minute(), rule.hour(), rule.dayOfWeek(), rule.dayOfMonth(), rule.monthOfYear(), zone);
            String last = through == null ? "" : "\t" + through.getEpochSecond();
            return fields + "\t" + after.getEpochSecond() + last;
        }
    }

    /** An answer for each question: due times, or nothing and what went wrong. */
    record Answer(List<Instant> due, String error) {
        private static Answer of(String line) {
            if (line.startsWith("error")) {
                return new Answer(List.of(), line);
            }
            return new Answer(
                    Stream.of(line.split(" "))
                            .filter(word -> !word.isEmpty())
                            .map(second -> Instant.ofEpochSecond(Long.parseLong(second)))
                            .toList(),
                    "");
        }
    }

    List<Answer> ask(List<Question> questions) throws Exception {
        Files.write(input(), questions.stream().map(Question::line).toList());
        Path script = folder.resolve("ask_crontab.py");
        try (InputStream in = CeleryCrontab.class.getResourceAsStream("/celery/ask_crontab.py")) {
            Files.write(script, in.readAllBytes());
        }
        List<Answer> answers = run(script.toString()).stream().map(Answer::of).toList();
        assertThat(answers).hasSameSizeAs(questions);
        return answers;
    }

    private List<String> run(String... arguments) throws Exception {
        Path input = input();
        if (!Files.exists(input)) {
            Files.createFile(input);
        }
        Path output = folder.resolve("answers");
        Path errors = folder.resolve("errors");
        Process python = new ProcessBuilder(
                        Stream.concat(Stream.of(PYTHON), Stream.of(arguments)).toList())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!python.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            python.destroyForcibly();
        }
        assertThat(python.waitFor())
                .as(() -> "exit code of python3: " + read(errors))
                .isZero();
        return Files.readAllLines(output);
    }

    private Path input() {
        return folder.resolve("questions");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
