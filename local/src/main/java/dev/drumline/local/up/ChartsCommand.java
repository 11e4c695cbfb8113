// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import com.marcnuri.helm.Helm;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Installs charts by the Helm engine itself. A process of its own, because Helm's engine takes the signals of the process
 * that loads it for itself, and a village must hear Ctrl-C.
 */
@Command(name = "charts", hidden = true)
final class ChartsCommand implements Callable<Integer> {

    @Option(names = "--kubeconfig", required = true)
    private Path kubeconfig;

    @Option(names = "--namespace", required = true)
    private String namespace;

    @Parameters
    private List<Path> charts;

    @Override
    public Integer call() throws RefusedException {
        for (Path chart : charts) {
            install(chart);
        }
        return 0;
    }

    private void install(Path chart) throws RefusedException {
        try {
            new Helm(chart)
                    .install()
                    .withName(chart.getFileName().toString())
                    .withNamespace(namespace)
                    .createNamespace()
                    .withKubeConfig(kubeconfig)
                    .call();
        } catch (IllegalStateException e) {
            throw new RefusedException("Helm can't install " + chart + ": " + e.getMessage(), e);
        }
    }
}
