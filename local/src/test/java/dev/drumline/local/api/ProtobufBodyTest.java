// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.kubernetes.client.proto.IntStr;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.Runtime;
import io.kubernetes.client.proto.V1;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProtobufBodyTest {

    @Test
    void shouldPrintAMessageAsItsJson() throws IOException {
        V1.Secret secret = V1.Secret.newBuilder()
                .setMetadata(Meta.ObjectMeta.newBuilder()
                        .setName("s")
                        .setGenerateName("")
                        .putLabels("a", "b")
                        .setCreationTimestamp(Meta.Time.newBuilder().setSeconds(0)))
                .putData("k", ByteString.copyFromUtf8("v"))
                .build();

        assertThat(ProtobufBody.decode(envelope("v1", "Secret", secret)))
                .isEqualTo(
                        object("{apiVersion: v1, kind: Secret, metadata: {name: s, labels: {a: b}}, data: {k: dg==}}"));
    }

    @Test
    void shouldKnowTheTypesThatHaveAFormOfTheirOwn() throws IOException {
        V1.Service service = V1.Service.newBuilder()
                .setSpec(V1.ServiceSpec.newBuilder()
                        .addPorts(V1.ServicePort.newBuilder()
                                .setPort(80)
                                .setTargetPort(IntStr.IntOrString.newBuilder()
                                        .setType(1)
                                        .setStrVal("http"))))
                .build();

        assertThat(ProtobufBody.decode(envelope("v1", "Service", service)).path("spec"))
                .isEqualTo(object("{ports: [{port: 80, targetPort: http}]}"));
    }

    private static byte[] envelope(String apiVersion, String kind, Message message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("k8s\0".getBytes(StandardCharsets.US_ASCII));
        Runtime.Unknown.newBuilder()
                .setTypeMeta(
                        Runtime.TypeMeta.newBuilder().setApiVersion(apiVersion).setKind(kind))
                .setRaw(message.toByteString())
                .build()
                .writeTo(bytes);
        return bytes.toByteArray();
    }
}
