// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Questions about rights. Whoever has the token may do everything. */
final class Reviews {

    static final String AUTHORIZATION = "authorization.k8s.io/v1";
    static final String AUTHENTICATION = "authentication.k8s.io/v1";

    private Reviews() {}

    static boolean isReview(String path) {
        return path.startsWith("/apis/" + AUTHORIZATION + "/") || path.startsWith("/apis/" + AUTHENTICATION + "/");
    }

    static Answer answer(ObjectNode review) {
        ObjectNode status = review.putObject("status");
        if (review.path("kind").asText().equals("SelfSubjectReview")) {
            status.putObject("userInfo")
                    .put("username", "drumline")
                    .putArray("groups")
                    .add("system:masters");
        } else if (review.path("kind").asText().equals("SelfSubjectRulesReview")) {
            ObjectNode everything =
                    status.put("incomplete", false).putArray("resourceRules").addObject();
            everything.putArray("verbs").add("*");
            everything.putArray("apiGroups").add("*");
            everything.putArray("resources").add("*");
            status.putArray("nonResourceRules");
        } else {
            status.put("allowed", true).put("reason", "the village allows everything");
        }
        return Answer.created(review);
    }
}
