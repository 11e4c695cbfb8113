// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.owned;

import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.validation.CredentialsValidation;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.ArrayList;
import java.util.List;

/** Environment variables of beats and workers. */
public final class Env {
    private Env() {}

    /** Where the broker is, and who the pod is. */
    public static List<EnvVar> ofBroker(BrokerEndpoint broker) {
        List<EnvVar> env = new ArrayList<>();
        env.add(value("DRUMLINE_REDIS_URL", broker.url()));
        broker.secret().ifPresent(secret -> {
            if (broker.hasUsername()) {
                env.add(secret("DRUMLINE_REDIS_USERNAME", secret, CredentialsValidation.USERNAME));
            }
            env.add(secret("DRUMLINE_REDIS_PASSWORD", secret, CredentialsValidation.PASSWORD));
        });
        env.add(value("DRUMLINE_KEY_PREFIX", broker.keyPrefix()));
        env.add(field("DRUMLINE_NAME", "metadata.name"));
        env.add(field("POD_IP", "status.podIP"));
        return env;
    }

    public static EnvVar value(String name, String value) {
        return new EnvVarBuilder().withName(name).withValue(value).build();
    }

    private static EnvVar field(String name, String path) {
        return new EnvVarBuilder()
                .withName(name)
                .withNewValueFrom()
                .withNewFieldRef()
                .withFieldPath(path)
                .endFieldRef()
                .endValueFrom()
                .build();
    }

    private static EnvVar secret(String name, String secret, String key) {
        return new EnvVarBuilder()
                .withName(name)
                .withNewValueFrom()
                .withNewSecretKeyRef()
                .withName(secret)
                .withKey(key)
                .endSecretKeyRef()
                .endValueFrom()
                .build();
    }
}
