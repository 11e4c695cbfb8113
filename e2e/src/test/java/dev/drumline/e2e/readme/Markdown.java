// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.readme;

import dev.drumline.e2e.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A page of the documentation, and what a reader takes from it: commands to type, manifests to apply, links to follow. */
public record Markdown(Path file, String text) {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\R(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");
    private static final Set<String> NOT_OURS = Set.of(".git", ".drumline", "target", "node_modules");

    public static Markdown of(Path file) {
        try {
            return new Markdown(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every page of the checkout. */
    public static List<Markdown> all() throws IOException {
        var root = Checkout.path("");
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> NOT_OURS.stream()
                            .noneMatch(
                                    folder -> root.relativize(file).toString().contains(folder + "/")))
                    .sorted()
                    .map(Markdown::of)
                    .toList();
        }
    }

    /** The fenced blocks marked with this language, in order, without their fences. */
    public List<String> blocks(String language) {
        return FENCE.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The lines of the {@code sh} blocks, in order, without comments; a line that ends in a backslash goes on in the next. */
    public List<String> commands() {
        return blocks("sh").stream()
                .flatMap(block -> block.replace("\\\n", " ").lines())
                .map(line -> COMMENT.matcher(line).replaceAll("").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The files and folders of the checkout that the page links to, which need not exist. */
    public List<Path> linkedFiles() {
        return LINK.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .map(target -> file.resolveSibling(target).normalize())
                .toList();
    }

    @Override
    public String toString() {
        return Checkout.path("").relativize(file).toString();
    }
}
