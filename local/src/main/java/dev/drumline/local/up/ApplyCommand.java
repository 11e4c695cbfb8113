// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.kubectl.Applier;
import dev.drumline.local.kubectl.Manifests;
import dev.drumline.local.kubectl.RefusedException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "apply", description = "Apply files or folders, as kubectl apply --server-side does.")
final class ApplyCommand implements Callable<Integer> {

    @Mixin
    private Here here;

    @Option(
            names = {"-f", "--filename"},
            required = true,
            description = "A file or folder; - is standard input.")
    private List<Path> files;

    @Option(
            names = {"-n", "--namespace"},
            defaultValue = "default",
            description = "For objects that name none; default: ${DEFAULT-VALUE}.")
    private String namespace;

    @Override
    public Integer call() throws Exception {
        Applier applier = new Applier(here.connection(), namespace);
        int refused = 0;
        for (Path file : files) {
            for (JsonNode object : Manifests.read(file)) {
                try {
                    System.out.println(applier.apply(object) + " serverside-applied");
                } catch (RefusedException e) {
                    System.err.println("error: " + e.getMessage());
                    refused++;
                }
            }
        }
        return refused == 0 ? 0 : 1;
    }
}
