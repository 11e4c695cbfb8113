// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Show what a pod has printed; without a name, say which logs there are.")
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private Here here;

    @Parameters(arity = "0..1", defaultValue = "", paramLabel = "POD", description = "Its name or a part of it.")
    private String pod;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as it prints, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws Exception {
        List<Path> logs = logs();
        if (pod.isEmpty()) {
            logs.forEach(log -> System.out.println(nameOf(log)));
            return 0;
        }
        List<Path> wanted =
                logs.stream().filter(log -> nameOf(log).contains(pod)).toList();
        if (wanted.isEmpty()) {
            throw new RefusedException("no log is called like \"" + pod + "\"; ./drumline logs lists them");
        }
        LogTail tail = new LogTail(wanted, System.out);
        tail.copy();
        if (follow) {
            tail.follow();
        }
        return 0;
    }

    private List<Path> logs() throws IOException {
        Path folder = here.folder().logs();
        if (!Files.isDirectory(folder)) {
            throw new RefusedException("there are no logs yet; start a village with: ./drumline up");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static String nameOf(Path log) {
        return log.getFileName().toString().replaceFirst("\\.log$", "");
    }
}
