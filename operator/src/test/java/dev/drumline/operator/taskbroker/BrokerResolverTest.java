// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.operator.testing.Samples;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokerResolverTest {
    private static final String WITH_SECRET =
            "redis: {url: 'redis://redis:6379', credentialsSecretRef: {name: redis-auth}}";

    @Test
    void shouldResolveABrokerWithoutCredentials() {
        ResolvedBroker resolved = resolver(Optional.empty()).resolve(Samples.broker(), Optional.empty());
        assertThat(resolved.verdict().isAccepted()).isTrue();
        assertThat(resolved.settings().password()).isEmpty();
        assertThat(resolved.endpoint().url()).isEqualTo("redis://redis:6379/0");
    }

    @Test
    void shouldTakeUserAndPasswordFromTheSecret() {
        // Given
        Secret secret = secret(Map.of("username", "ZHJ1bWxpbmU=", "password", "c2VjcmV0"));
        // When
        ResolvedBroker resolved = resolver(Optional.of(secret)).resolve(Samples.broker(WITH_SECRET), Optional.empty());
        // Then
        assertThat(resolved.settings().username()).contains("drumline");
        assertThat(resolved.settings().password()).contains("secret");
        assertThat(resolved.endpoint().hasUsername()).isTrue();
    }

    @Test
    void shouldRefuseABrokerWhoseSecretIsMissing() {
        ResolvedBroker resolved = resolver(Optional.empty()).resolve(Samples.broker(WITH_SECRET), Optional.empty());
        assertThat(resolved.verdict().message())
                .isEqualTo("spec.redis.credentialsSecretRef: Secret \"redis-auth\" is not in this namespace");
    }

    private static BrokerResolver resolver(Optional<Secret> secret) {
        return new BrokerResolver((namespace, name) -> secret, Duration.ofSeconds(3));
    }

    private static Secret secret(Map<String, String> data) {
        return new SecretBuilder().withData(data).build();
    }
}
