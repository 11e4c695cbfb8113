// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/** Writes the file that tells kubectl and every client where the village is. */
public final class Kubeconfig {

    private static final String TEMPLATE = """
            apiVersion: v1
            kind: Config
            current-context: drumline
            clusters:
            - name: drumline
              cluster:
                server: %s
                certificate-authority-data: %s
            users:
            - name: drumline
              user:
                token: %s
            contexts:
            - name: drumline
              context:
                cluster: drumline
                user: drumline
                namespace: default
            """;

    private Kubeconfig() {}

    /**
     * Writes or replaces the file, readable by its owner alone.
     *
     * @param server such as {@code https://127.0.0.1:6443}
     * @param ca the certificate to trust, in PEM
     */
    public static void write(Path path, String server, String ca, String token) throws IOException {
        String encoded = Base64.getEncoder().encodeToString(ca.getBytes(StandardCharsets.UTF_8));
        Path folder = path.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(
                folder,
                "kubeconfig",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, TEMPLATE.formatted(server, encoded, token));
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
