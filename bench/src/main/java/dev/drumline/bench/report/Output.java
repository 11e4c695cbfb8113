// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command prints its figures: {@code -o}. */
public final class Output {

    @Option(
            names = "-o",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json (default: table).")
    private Format format;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** In the words of {@code -o}. */
    enum Format {
        table,
        json
    }

    /** @param report as JSON has it */
    public void print(Object report, Supplier<String> table) throws JsonProcessingException {
        spec.commandLine().getOut().println(format == Format.json ? json(report) : table.get());
    }

    public static String json(Object report) throws JsonProcessingException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }
}
