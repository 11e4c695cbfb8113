// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumline.worker.api.TaskHandler;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlersTest {

    private static final String SOURCE = """
            import dev.drumline.worker.api.*;
            public class Own implements TaskHandler {
                public String name() { return "own.task"; }
                public Object handle(TaskContext task, TaskArguments arguments) { return 1; }
            }
            """;

    private final ClassLoader here = getClass().getClassLoader();

    @TempDir
    private Path folder;

    @Test
    void shouldKnowWhatIsBuiltIn() {
        assertThat(Handlers.foundBy(here).names()).containsExactly("drumline.echo", "drumline.http", "drumline.sleep");
    }

    @Test
    void shouldFindAHandlerInAJar() throws Exception {
        Path source = Files.writeString(folder.resolve("Own.java"), SOURCE);
        String classPath = System.getProperty("java.class.path");
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath, "-d", folder.toString(), source.toString());
        jar(
                "own.jar",
                Map.of(
                        "Own.class",
                        Files.readAllBytes(folder.resolve("Own.class")),
                        "META-INF/services/" + TaskHandler.class.getName(),
                        "Own".getBytes(StandardCharsets.UTF_8)));

        Handlers handlers = Handlers.foundBy(HandlerJars.in(folder, here));

        assertThat(handlers.names()).contains("own.task", "drumline.echo");
        assertThat(handlers.find("own.task").orElseThrow().handle(null, null)).isEqualTo(1);
    }

    @Test
    void shouldRefuseTwoHandlersOfOneName() {
        assertThatThrownBy(() -> new Handlers(List.of(new EchoHandler(), new EchoHandler())))
                .hasMessageStartingWith("two handlers are named drumline.echo: ");
    }

    @Test
    void shouldSayWhichFolderCantBeRead() {
        assertThatThrownBy(() -> HandlerJars.in(folder.resolve("none"), here))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none can't be read");
    }

    private void jar(String name, Map<String, byte[]> files) throws Exception {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                JarOutputStream jar = new JarOutputStream(out)) {
            for (var file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
            }
        }
    }
}
