// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of {@code <address> <name> <name> …}, an address per line, a name on as many lines as it has addresses. Read at
 * each look-up, so that a name follows the pods behind it; the JVM caches answers.
 */
record HostsFile(Path file) {

    List<InetAddress> addresses(String name) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String line : lines()) {
            List<String> words = List.of(line.split(" "));
            if (words.subList(1, words.size()).contains(name)) {
                addresses.add(InetAddress.ofLiteral(words.getFirst()));
            }
        }
        return addresses;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
