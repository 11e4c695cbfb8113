// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drumline.broker.redis.RedisSettings;
import dev.drumline.crds.common.SecretRef;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.OperatorSettings;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.validation.CredentialsValidation;
import dev.drumline.operator.validation.Problem;
import dev.drumline.operator.validation.TaskBrokerValidation;
import dev.drumline.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Judges a broker and looks up its credentials. */
@ApplicationScoped
public class BrokerResolver {
    private final SecretReader secrets;
    private final Duration redisTimeout;

    @Inject
    public BrokerResolver(SecretReader secrets, OperatorSettings settings) {
        this(secrets, settings.redisTimeout());
    }

    BrokerResolver(SecretReader secrets, Duration redisTimeout) {
        this.secrets = secrets;
        this.redisTimeout = redisTimeout;
    }

    /** @param partitionsBefore what the broker was made with, where that is known */
    ResolvedBroker resolve(TaskBroker broker, Optional<Integer> partitionsBefore) {
        Verdict verdict = TaskBrokerValidation.judge(broker, partitionsBefore);
        if (!verdict.isAccepted()) {
            return ResolvedBroker.refused(verdict);
        }
        SecretRef ref = broker.getSpec().redis().credentialsSecretRef();
        return ref == null ? resolved(broker, Map.of()) : withCredentials(broker, ref);
    }

    private ResolvedBroker withCredentials(TaskBroker broker, SecretRef ref) {
        Optional<Secret> secret = secrets.read(broker.getMetadata().getNamespace(), ref.name());
        Optional<Problem> problem = CredentialsValidation.check(ref, secret);
        return problem.isPresent()
                ? ResolvedBroker.refused(Verdict.refused(problem.get()))
                : resolved(broker, secret.get().getData());
    }

    private ResolvedBroker resolved(TaskBroker broker, Map<String, String> credentials) {
        Optional<String> username = decode(credentials, CredentialsValidation.USERNAME);
        BrokerEndpoint endpoint = BrokerEndpoint.of(broker.getSpec(), username.isPresent());
        Optional<String> password = decode(credentials, CredentialsValidation.PASSWORD);
        String url = endpoint.urlOutside(broker.getMetadata().getNamespace());
        return new ResolvedBroker(Verdict.ACCEPTED, endpoint, new RedisSettings(url, username, password, redisTimeout));
    }

    private static Optional<String> decode(Map<String, String> data, String key) {
        return Optional.ofNullable(data.get(key))
                .map(text -> new String(Base64.getDecoder().decode(text), UTF_8));
    }
}
