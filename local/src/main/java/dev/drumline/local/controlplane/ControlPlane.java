// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controlplane;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.admission.MetadataAdmission;
import dev.drumline.local.admission.WorkloadAdmission;
import dev.drumline.local.api.Api;
import dev.drumline.local.api.ApiServer;
import dev.drumline.local.api.Kubeconfig;
import dev.drumline.local.api.PodLogs;
import dev.drumline.local.controllers.Controllers;
import dev.drumline.local.crd.CustomResourceAdmission;
import dev.drumline.local.crd.CustomTypes;
import dev.drumline.local.store.Admission;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.ResourceTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A running Kubernetes API with its controllers, without a kubelet. */
public final class ControlPlane implements AutoCloseable {

    private static final List<String> NAMESPACES = List.of("default", "kube-system", "kube-public");

    private final ObjectStore store;
    private final ApiServer server;
    private final Controllers controllers;
    private final String token;

    private ControlPlane(ObjectStore store, ApiServer server, Controllers controllers, String token) {
        this.store = store;
        this.server = server;
        this.controllers = controllers;
        this.token = token;
    }

    /**
     * Starts everything.
     *
     * @param port on 127.0.0.1; 0 for any free one
     * @param folder where the server's certificate is kept
     * @param token what clients must bear
     * @throws java.net.BindException when the port is taken
     */
    public static ControlPlane start(int port, Path folder, String token, PodLogs logs, InstantSource clock)
            throws IOException {
        ResourceTypes types = new ResourceTypes();
        CustomTypes customTypes = new CustomTypes(types);
        ObjectStore store = new ObjectStore(types, clock, admission(customTypes));
        customTypes.follow(store);
        ApiServer server = ApiServer.start(port, folder, token, Api.over(store, customTypes, logs, clock));
        Controllers controllers = Controllers.start(store, clock);
        NAMESPACES.forEach(name -> store.create(BuiltIn.NAMESPACES, namespace(name)));
        return new ControlPlane(store, server, controllers, token);
    }

    /** The objects themselves, for the kubelet. */
    public ObjectStore store() {
        return store;
    }

    public String url() {
        return server.url();
    }

    public void writeKubeconfig(Path path) throws IOException {
        Kubeconfig.write(path, server.url(), server.ca(), token);
    }

    @Override
    public void close() {
        controllers.close();
        server.close();
    }

    private static Admission admission(CustomTypes customTypes) {
        return new MetadataAdmission().then(new WorkloadAdmission()).then(new CustomResourceAdmission(customTypes));
    }

    private static ObjectNode namespace(String name) {
        ObjectNode namespace = JsonNodeFactory.instance.objectNode();
        namespace.putObject("metadata").put("name", name).putObject("labels").put("kubernetes.io/metadata.name", name);
        return namespace;
    }
}
