// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Start the village, install Drumline and the quickstart in it, and show it until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private Here here;

    @Option(
            names = {"-d", "--detach"},
            description = "Return once it is ready; ./drumline down stops it.")
    private boolean detach;

    @Option(names = "--port", defaultValue = "0", description = "Of the Kubernetes API; default: a free one.")
    private int port;

    @Option(names = "--no-examples", description = "Don't apply examples/quickstart.")
    private boolean withoutExamples;

    @Option(
            names = "--timeout",
            defaultValue = "180",
            description = "Seconds to wait for it to be ready; default: ${DEFAULT-VALUE}.")
    private int timeoutSeconds;

    @Option(names = "--in-background", hidden = true, description = "This is the detached village itself.")
    private boolean inBackground;

    @Override
    public Integer call() throws Exception {
        VillageFolder folder = here.folder();
        folder.prepare();
        VillageLock lock = VillageLock.take(folder.lock()).orElseThrow(() -> alreadyRuns(folder));
        Progress progress = new Progress(System.out, System::nanoTime);
        if (detach) {
            lock.close();
            return new Background(folder, progress).start(arguments(), Duration.ofSeconds(timeoutSeconds));
        }
        Path quickstart = folder.checkout().resolve("examples/quickstart");
        List<Path> examples = withoutExamples ? List.of() : List.of(quickstart);
        Session session = new Session(folder, progress, InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> session.stop(lock)));
        session.run(port, examples, Duration.ofSeconds(timeoutSeconds), !inBackground);
        return 0;
    }

    private List<String> arguments() {
        List<String> examples = withoutExamples ? List.of("--no-examples") : List.of();
        List<String> fixed = List.of(
                "up",
                "--in-background",
                "--checkout",
                here.folder().checkout().toString(),
                "--port",
                Integer.toString(port),
                "--timeout",
                Integer.toString(timeoutSeconds));
        return Stream.concat(fixed.stream(), examples.stream()).toList();
    }

    private static RefusedException alreadyRuns(VillageFolder folder) {
        try {
            return VillageState.read(folder.state())
                    .map(state -> new RefusedException(
                            "a village already runs here (process " + state.pid() + "), its API at " + state.api()
                                    + "; ./drumline status shows it, ./drumline down stops it"))
                    .orElseGet(() -> new RefusedException("a village is already starting or stopping here"));
        } catch (IOException e) {
            return new RefusedException("a village already runs here", e);
        }
    }
}
