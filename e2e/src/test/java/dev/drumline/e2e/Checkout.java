// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the tests run in. */
public final class Checkout {

    private Checkout() {}

    /** A file or folder by its path from the root of the checkout; it need not exist. */
    public static Path path(String fromRoot) {
        return root().resolve(fromRoot);
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
