// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the server offers, asked once and again when something is not among it. */
final class Discovery {

    private static final String JSON = "application/json";

    private final Connection connection;
    private List<Resource> resources = List.of();

    Discovery(Connection connection) {
        this.connection = connection;
    }

    /** @param name plural, singular, short or qualified */
    Resource called(String name) throws IOException, InterruptedException {
        Optional<Resource> found =
                resources().stream().filter(r -> r.isCalled(name)).findFirst();
        return found.orElseThrow(
                () -> new RefusedException(404, "the server doesn't have a resource type \"" + name + "\""));
    }

    Resource of(JsonNode object) throws IOException, InterruptedException {
        String apiVersion = object.path("apiVersion").asText();
        String kind = object.path("kind").asText();
        Optional<Resource> found = in(resources, apiVersion, kind);
        if (found.isEmpty()) {
            found = in(refreshed(), apiVersion, kind);
        }
        return found.orElseThrow(() ->
                new RefusedException(404, "no matches for kind \"" + kind + "\" in version \"" + apiVersion + "\""));
    }

    private static Optional<Resource> in(List<Resource> known, String apiVersion, String kind) {
        return known.stream()
                .filter(r -> r.groupVersion().equals(apiVersion) && r.kind().equals(kind))
                .findFirst();
    }

    private List<Resource> resources() throws IOException, InterruptedException {
        return resources.isEmpty() ? refreshed() : resources;
    }

    private List<Resource> refreshed() throws IOException, InterruptedException {
        List<Resource> all = new ArrayList<>(in("/api/v1"));
        for (JsonNode group : connection.get("/apis", JSON).path("groups")) {
            all.addAll(in("/apis/" + group.at("/preferredVersion/groupVersion").asText()));
        }
        resources = all;
        return all;
    }

    private List<Resource> in(String path) throws IOException, InterruptedException {
        JsonNode list = connection.get(path, JSON);
        List<Resource> found = new ArrayList<>();
        for (JsonNode resource : list.path("resources")) {
            if (!resource.path("name").asText().contains("/")) {
                List<String> names = new ArrayList<>();
                resource.path("shortNames").forEach(name -> names.add(name.asText()));
                names.add(resource.path("singularName").asText());
                found.add(new Resource(
                        list.path("groupVersion").asText(),
                        resource.path("name").asText(),
                        resource.path("kind").asText(),
                        resource.path("namespaced").asBoolean(),
                        names));
            }
        }
        return found;
    }
}
