// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.Reason;
import dev.drumline.local.store.ResourceTypes;
import java.lang.System.Logger.Level;
import java.util.List;

/** Finds who answers a request, and turns what they throw into a Status. */
public final class Router {

    private static final System.Logger LOG = System.getLogger(Router.class.getName());

    private final ResourceTypes types;
    private final Resources resources;
    private final Discovery discovery;
    private final OpenApi openApi;

    Router(ResourceTypes types, Resources resources, Discovery discovery, OpenApi openApi) {
        this.types = types;
        this.resources = resources;
        this.discovery = discovery;
        this.openApi = openApi;
    }

    Answer answer(ApiRequest request) {
        try {
            return route(request);
        } catch (ApiException e) {
            return refused(e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "request failed: " + request.method() + " " + request.path(), e);
            return refused(new ApiException(Reason.INTERNAL_ERROR, "Internal error occurred: " + e));
        }
    }

    static Answer unauthorized() {
        return refused(new ApiException(Reason.UNAUTHORIZED, "Unauthorized"));
    }

    private Answer route(ApiRequest request) {
        if (request.header("upgrade").equalsIgnoreCase("websocket")) {
            return new Answer.NoWebSocket();
        }
        if (request.method().equals("POST") && Reviews.isReview(request.path())) {
            return Reviews.answer(Bodies.object(request));
        }
        var target = Target.parse(request.path(), types);
        if (target.isPresent()) {
            return resources.answer(target.get(), request);
        }
        return switch (request.path()) {
            case "/version" -> Answer.ok(Discovery.version());
            case "/openapi/v2" -> OpenApiV2.answer(request);
            case "/healthz", "/livez", "/readyz" -> Answer.text("ok");
            default ->
                discovery
                        .find(request.path())
                        .or(() -> openApi.find(request.path()))
                        .map(Answer::ok)
                        .orElseThrow(() ->
                                new ApiException(Reason.NOT_FOUND, "the server could not find the requested resource"));
        };
    }

    private static Answer refused(ApiException e) {
        return new Answer.Body(e.reason().code(), e.status(), List.of());
    }
}
