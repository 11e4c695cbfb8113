// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.ApiException;

/** Decodes request bodies: JSON, YAML, and Kubernetes' protobuf. */
final class Bodies {

    private Bodies() {}

    /** @throws ApiException BAD_REQUEST */
    static ObjectNode object(ApiRequest request) {
        return ProtobufBody.isProtobuf(request.body())
                ? ProtobufBody.decode(request.body())
                : Trees.parseObject(request.body());
    }

    /** As {@link #object}, or an empty object when there is no body. */
    static ObjectNode optional(ApiRequest request) {
        return request.body().length == 0 ? Trees.object() : object(request);
    }
}
