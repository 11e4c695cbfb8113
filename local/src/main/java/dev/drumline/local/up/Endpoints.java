// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The addresses by which this machine's programs reach what runs in pods. */
record Endpoints(ObjectStore store, Path hosts) {

    private static final String BROKER = "drumline.dev/v1beta1";
    private static final int REDIS_PORT = 6379;

    /** The first TaskBroker's Redis, with the address of its pod in place of the Service's name; empty until there. */
    String redis() throws IOException {
        for (JsonNode broker : brokers()) {
            URI url = URI.create(broker.at("/spec/redis/url").asText());
            Optional<String> address = address(broker.at("/metadata/namespace").asText(), url.getHost());
            if (address.isPresent()) {
                return at(url, address.get());
            }
        }
        return "";
    }

    /** The operator's page; empty until its pod is ready. */
    String dashboard() throws IOException {
        for (JsonNode service : store.list(BuiltIn.SERVICES, Charts.NAMESPACE).items()) {
            Optional<String> address =
                    address(Charts.NAMESPACE, service.at("/metadata/name").asText());
            if (address.isPresent()) {
                return "http://" + address.get() + ":8080/";
            }
        }
        return "";
    }

    private static String at(URI url, String address) {
        return url.getScheme() + "://" + address + ":" + (url.getPort() < 0 ? REDIS_PORT : url.getPort())
                + url.getPath();
    }

    private List<? extends JsonNode> brokers() {
        return store.types()
                .byKind(BROKER, "TaskBroker")
                .map(type -> store.list(type, "").items())
                .orElse(List.of());
    }

    private Optional<String> address(String namespace, String name) throws IOException {
        Path file = hosts.resolve(namespace);
        if (name == null || !Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .map(line -> List.of(line.split(" ")))
                .filter(words -> words.subList(1, words.size()).contains(name))
                .map(List::getFirst)
                .findFirst();
    }
}
