// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Applies objects as {@code kubectl apply --server-side} does. */
public final class Applier {

    private final Connection connection;
    private final Discovery discovery;
    private final String namespace;

    /** @param namespace for objects that name none */
    public Applier(Connection connection, String namespace) {
        this.connection = connection;
        this.discovery = new Discovery(connection);
        this.namespace = namespace;
    }

    /**
     * @return what to print: {@code deployment.apps/redis}
     * @throws RefusedException if the server refuses it
     */
    public String apply(JsonNode object) throws IOException, InterruptedException {
        Resource resource = discovery.of(object);
        String name = object.at("/metadata/name").asText();
        String home = object.at("/metadata/namespace").asText(namespace);
        connection.apply(resource.path(home.isEmpty() ? namespace : home) + "/" + name, object);
        return resource.printed() + "/" + name;
    }
}
