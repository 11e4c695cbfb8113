// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.GroupVersion;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.Runtime.Unknown;
import io.kubernetes.client.proto.V1;
import io.kubernetes.client.proto.V1Apiextensions;
import io.kubernetes.client.proto.V1Apps;
import io.kubernetes.client.proto.V1Authentication;
import io.kubernetes.client.proto.V1Authorization;
import io.kubernetes.client.proto.V1Autoscaling;
import io.kubernetes.client.proto.V1Coordination;
import io.kubernetes.client.proto.V1Discovery;
import io.kubernetes.client.proto.V1Events;
import io.kubernetes.client.proto.V1Networking;
import io.kubernetes.client.proto.V1Policy;
import io.kubernetes.client.proto.V1Rbac;
import io.kubernetes.client.proto.V1Scheduling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Kubernetes' protobuf envelope: four magic bytes, then a {@code runtime.Unknown} with kind and raw message. */
final class ProtobufBody {

    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final Map<String, FileDescriptor> FILES = Map.ofEntries(
            Map.entry("", V1.getDescriptor()),
            Map.entry("apps", V1Apps.getDescriptor()),
            Map.entry("apiextensions.k8s.io", V1Apiextensions.getDescriptor()),
            Map.entry("authentication.k8s.io", V1Authentication.getDescriptor()),
            Map.entry("authorization.k8s.io", V1Authorization.getDescriptor()),
            Map.entry("autoscaling", V1Autoscaling.getDescriptor()),
            Map.entry("coordination.k8s.io", V1Coordination.getDescriptor()),
            Map.entry("discovery.k8s.io", V1Discovery.getDescriptor()),
            Map.entry("events.k8s.io", V1Events.getDescriptor()),
            Map.entry("networking.k8s.io", V1Networking.getDescriptor()),
            Map.entry("policy", V1Policy.getDescriptor()),
            Map.entry("rbac.authorization.k8s.io", V1Rbac.getDescriptor()),
            Map.entry("scheduling.k8s.io", V1Scheduling.getDescriptor()));

    static {
        // The generated classes are of an old make that unfriendly bytes can keep busy; only token bearers send bytes.
        System.setProperty("com.google.protobuf.use_unsafe_pre22_gencode", "true");
    }

    private ProtobufBody() {}

    static boolean isProtobuf(byte[] body) {
        return body.length > MAGIC.length && Arrays.equals(body, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** @throws ApiException BAD_REQUEST for an unknown kind or a damaged message */
    static ObjectNode decode(byte[] body) {
        try {
            Unknown envelope = Unknown.parser().parseFrom(body, MAGIC.length, body.length - MAGIC.length);
            String apiVersion = envelope.getTypeMeta().getApiVersion();
            String kind = envelope.getTypeMeta().getKind();
            DynamicMessage message = DynamicMessage.parseFrom(type(apiVersion, kind), envelope.getRaw());
            ObjectNode object = Trees.object(apiVersion, kind);
            object.setAll((ObjectNode) ProtobufTree.of(message));
            return object;
        } catch (InvalidProtocolBufferException e) {
            throw ApiException.badRequest("damaged protobuf: " + e.getMessage());
        }
    }

    private static Descriptor type(String apiVersion, String kind) {
        List<FileDescriptor> files = Stream.of(
                        FILES.get(GroupVersion.parse(apiVersion).group()), Meta.getDescriptor())
                .filter(Objects::nonNull)
                .toList();
        return files.stream()
                .map(file -> file.findMessageTypeByName(kind))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> ApiException.badRequest("no protobuf known for %s %s".formatted(apiVersion, kind)));
    }
}
