// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import dev.drumline.local.kubectl.Getter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "get", description = "Show objects, as kubectl get does: get pt, get wp metrics -o yaml.")
final class GetCommand implements Callable<Integer> {

    @Mixin
    private Here here;

    @Parameters(index = "0", paramLabel = "KIND", description = "One kind, or several with commas between.")
    private String kinds;

    @Parameters(index = "1", arity = "0..1", defaultValue = "", paramLabel = "NAME")
    private String name;

    @Option(
            names = {"-n", "--namespace"},
            defaultValue = "default",
            description = "Default: ${DEFAULT-VALUE}.")
    private String namespace;

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "In every namespace.")
    private boolean everywhere;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "",
            description = "wide, name, yaml or json.")
    private String output;

    @Override
    public Integer call() throws Exception {
        Getter getter = new Getter(here.connection());
        for (String kind : kinds.split(",")) {
            getter.get(kind, name, everywhere ? "" : namespace, output).forEach(System.out::println);
        }
        return 0;
    }
}
