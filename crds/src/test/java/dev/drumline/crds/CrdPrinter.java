// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds;

import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.workerpool.WorkerPool;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Prints the CRDs from the types. */
final class CrdPrinter {
    static final String COMMAND =
            "./mvnw -pl crds -am test -Dtest=CrdDriftTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.print=true";

    private static final List<Class<? extends CustomResource<?, ?>>> KINDS =
            List.of(TaskBroker.class, PeriodicTask.class, PeriodicTaskSet.class, WorkerPool.class);

    private static final Pattern BOUND = Pattern.compile("((?:minimum|maximum): )(\\S+)");

    private CrdPrinter() {}

    /** Writes every CRD into the folder. */
    static void printInto(Path folder) {
        print().forEach((name, yaml) -> write(folder.resolve(name), yaml));
    }

    /** File name to YAML. */
    static SortedMap<String, String> print() {
        var output = new InMemoryOutput();
        var generator = new CRDGenerator()
                .withMinQuotes(true)
                .withPostProcessor(new CrdPolish(KINDS))
                .withOutput(output);
        KINDS.forEach(kind -> generator.customResourceClasses(kind));
        generator.generate();
        var printed = new TreeMap<String, String>();
        output.files().forEach((name, yaml) -> printed.put(name.replace("-v1", "") + ".yaml", tidy(yaml)));
        return printed;
    }

    /** Says where the file comes from, and writes bounds as the integers that they are. */
    private static String tidy(String yaml) {
        String body = yaml.substring(yaml.indexOf('\n') + 1);
        String bounds = BOUND.matcher(body)
                .replaceAll(bound -> bound.group(1)
                        + new BigDecimal(bound.group(2)).stripTrailingZeros().toPlainString());
        return "# Printed from the types in crds/src/main; reprint with: " + COMMAND + "\n" + bounds;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
