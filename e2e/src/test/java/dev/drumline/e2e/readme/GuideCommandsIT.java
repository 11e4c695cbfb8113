// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.e2e.Checkout;
import dev.drumline.e2e.village.Command;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The commands of the guide to PeriodicTasks, which need nothing that runs, print what the guide says. */
class GuideCommandsIT {
    private final Markdown guide = Markdown.of(Checkout.path("docs/guides/periodic-tasks.md"));

    @TestFactory
    Stream<DynamicTest> shouldPrintWhatTheGuideShows() {
        List<String> commands = guide.commands();
        List<String> printed = guide.blocks("text");

        assertThat(commands).isNotEmpty().hasSameSizeAs(printed);
        return IntStream.range(0, commands.size())
                .mapToObj(i ->
                        DynamicTest.dynamicTest(commands.get(i), () -> assertPrints(commands.get(i), printed.get(i))));
    }

    private static void assertPrints(String command, String output) throws Exception {
        assertThat(Command.run(Checkout.path("."), List.of("sh", "-c", command)))
                .isEqualTo(new Command.Result(0, output));
    }
}
