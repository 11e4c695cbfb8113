// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;

/** The program, run once at an instant. */
public record CliRun(int code, String out, String err) {

    public static CliRun at(String now, String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Drumline.commandLine(() -> Instant.parse(now), new ByteArrayInputStream(input.getBytes(UTF_8)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CliRun(code, out.toString(), err.toString());
    }
}
