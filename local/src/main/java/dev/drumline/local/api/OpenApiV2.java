// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;

/**
 * An OpenAPI v2 document that describes nothing. kubectl wants one before it sends a {@code v1 List}, in protobuf; of
 * kinds that it does not find there, it leaves the checks to the server.
 */
final class OpenApiV2 {

    // Clients ask for it with an @, which is no media type that Go would parse in an answer.
    private static final String PROTOBUF = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";
    private static final int SWAGGER = 1;
    private static final int INFO = 2;
    private static final int INFO_TITLE = 1;
    private static final int INFO_VERSION = 2;

    private OpenApiV2() {}

    static Answer answer(ApiRequest request) {
        if (request.header("accept").contains("protobuf")) {
            return new Answer.Raw(PROTOBUF, protobuf());
        }
        var document = Trees.object().put("swagger", "2.0");
        document.putObject("info").put("title", OpenApi.TITLE).put("version", OpenApi.VERSION);
        document.putObject("paths");
        return Answer.ok(document);
    }

    private static byte[] protobuf() {
        UnknownFieldSet info = UnknownFieldSet.newBuilder()
                .addField(INFO_TITLE, text(OpenApi.TITLE))
                .addField(INFO_VERSION, text(OpenApi.VERSION))
                .build();
        return UnknownFieldSet.newBuilder()
                .addField(SWAGGER, text("2.0"))
                .addField(
                        INFO,
                        Field.newBuilder()
                                .addLengthDelimited(info.toByteString())
                                .build())
                .build()
                .toByteArray();
    }

    private static Field text(String text) {
        return Field.newBuilder()
                .addLengthDelimited(ByteString.copyFromUtf8(text))
                .build();
    }
}
