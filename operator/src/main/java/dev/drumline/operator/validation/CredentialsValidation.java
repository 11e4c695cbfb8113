// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import dev.drumline.crds.common.SecretRef;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Optional;

/** Whether the Secret with the credentials of Redis is there and complete. */
public final class CredentialsValidation {
    public static final String USERNAME = "username";
    public static final String PASSWORD = "password";

    private static final String PATH = "spec.redis.credentialsSecretRef";

    private CredentialsValidation() {}

    /** @param found the Secret of that name in the broker's own namespace */
    public static Optional<Problem> check(SecretRef ref, Optional<Secret> found) {
        if (found.isEmpty()) {
            return Optional.of(new Problem(PATH, "Secret \"" + ref.name() + "\" is not in this namespace"));
        }
        Map<String, String> data = found.get().getData();
        return data == null || !data.containsKey(PASSWORD)
                ? Optional.of(new Problem(PATH, "Secret \"" + ref.name() + "\" has no key \"" + PASSWORD + '"'))
                : Optional.empty();
    }
}
