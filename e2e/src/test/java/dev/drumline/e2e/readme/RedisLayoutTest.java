// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.e2e.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RedisLayoutTest {

    private static final Pattern OWN_KEY = Pattern.compile("return prefix \\+ \"([a-z]+)");
    private static final Path SCRIPTS = Checkout.path("broker/src/main/resources/dev/drumline/broker");

    private final String page =
            Markdown.of(Checkout.path("docs/reference/redis-layout.md")).text();

    @Test
    void shouldTellOfEveryKey() throws IOException {
        var keys = Files.readString(Checkout.path("broker/src/main/java/dev/drumline/broker/Keys.java"));

        assertThat(OWN_KEY.matcher(keys).results().map(key -> "`drumline:" + key.group(1)))
                .hasSizeGreaterThan(5)
                .allSatisfy(key -> assertThat(page).contains(key));
    }

    @Test
    void shouldTellOfEveryScript() throws IOException {
        assertThat(scripts()).isNotEmpty().allSatisfy(script -> assertThat(page).contains("`" + script + "`"));
    }

    private static List<String> scripts() throws IOException {
        try (var files = Files.walk(SCRIPTS)) {
            return files.map(file -> SCRIPTS.relativize(file).toString())
                    .filter(name -> name.endsWith(".lua"))
                    .map(name -> name.replace(".lua", ""))
                    .toList();
        }
    }
}
